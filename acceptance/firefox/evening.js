// One evening in Firefox, which WebDriver BiDi drives: registers as lea at the address that is the
// first argument, talks with a friend, and ends with 0 when all of it was seen.
import { createRequire } from 'node:module';

const require = createRequire(process.env.SALON_PUPPETEER);
const { default: puppeteer } = await import(require.resolve('puppeteer-core'));

const PASSWORD = 'une tasse de thé vert';
const [, , address, program] = process.argv;

const browser = await puppeteer.launch({
  browser: 'firefox',
  executablePath: program,
  extraPrefsFirefox: { 'intl.accept_languages': 'fr', 'app.normandy.enabled': false },
});
const complaints = [];
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  const button = (label) => page.locator(`button[aria-label="${label}"]`);
  const text = (words) => page.locator(`article[data-msgid] ::-p-text(${words})`);
  const say = async (words) => {
    await page.locator('textarea').fill(words);
    await page.keyboard.press('Enter');
    await text(words).wait();
  };

  await page.goto(address + '/register');
  await page.locator('form input').fill('lea');
  const [password, confirmation] = await page.$$('input[type=password]');
  await password.type(PASSWORD);
  await confirmation.type(PASSWORD);
  await page.locator('form button.primary').click();

  await page.locator('textarea').wait();
  await say('bonjour à tous');
  await text('salut lea').wait();
  await page.locator('textarea').click();
  await page.keyboard.press('ArrowUp');
  await page.waitForFunction(() => document.querySelector('textarea').value === 'bonjour à tous');
  await say('bonsoir à tous');
  await text('salut lea').hover();
  await button('Réagir 👍').click();
  await button('👍 : vous').wait();

  await page.reload();
  await text('bonsoir à tous').wait();
  await say('à demain');
} finally {
  await browser.close();
}
if (complaints.length > 0) throw new Error('the app complained: ' + complaints.join('\n'));
