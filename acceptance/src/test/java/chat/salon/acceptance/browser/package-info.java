/// The web app as people use it: a real browser and a real server.
@org.jspecify.annotations.NullMarked
package chat.salon.acceptance.browser;
