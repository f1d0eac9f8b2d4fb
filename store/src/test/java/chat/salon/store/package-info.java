/// The store against the real database.
package chat.salon.store;
