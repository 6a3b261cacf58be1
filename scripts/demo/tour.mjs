// A walk through the demo that leaves pictures: who writes, somebody new, a warning, a reply.
import { join } from 'node:path';
import { sidebarOf } from './open.mjs';

/** Opens a message of the inbox and waits until the sidebar names its sender. */
async function openMessage(inbox, subject, name) {
  await inbox.getByText(subject, { exact: true }).first().click();
  await (await sidebarOf(inbox)).getByRole('heading', { level: 1, name }).waitFor();
}

/** Takes the pictures into `folder`; `suffix` tells the colour scheme. Gives the names of the files. */
export async function takePictures({ inbox, dashboard }, folder, suffix) {
  const taken = [];
  const picture = async (page, name) => {
    const path = join(folder, `${name}-${suffix}.png`);
    await page.screenshot({ path });
    taken.push(path);
  };
  await openMessage(inbox, 'El molinillo: la fresa nueva no encaja', 'Marta Ruiz');
  const sidebar = await sidebarOf(inbox);
  await sidebar.getByText('Same email address').waitFor();
  await picture(inbox, 'known');
  await sidebar.getByRole('tab', { name: 'Quick replies' }).click();
  await sidebar.getByLabel('Search quick replies').fill(';gr');
  await sidebar.getByRole('button', { name: 'tracking number' }).waitFor();
  await sidebar
    .getByRole('button', { name: /^Insert/ })
    .evaluate(button => button.scrollIntoView({ block: 'end' }));
  await picture(inbox, 'reply');
  await openMessage(inbox, 'Coffee for three hotels', 'Daniel Weiss');
  await picture(inbox, 'new');
  await openMessage(inbox, 'New bank details', 'Marta Ruiz');
  await sidebar.getByRole('alert').first().waitFor();
  await picture(inbox, 'warning');
  await dashboard.goto(dashboard.url().replace(/#.*$/, '#/contacts/demo-marta'));
  await dashboard.getByRole('heading', { name: 'Marta Ruiz' }).first().waitFor();
  await picture(dashboard, 'contacts');
  return taken;
}
