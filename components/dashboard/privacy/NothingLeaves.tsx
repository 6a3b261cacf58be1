// That nothing leaves this computer, with the browser's own rule as the proof; and what is not protected.
import { ShieldCheck, TriangleAlert } from 'lucide';
import { explainPolicy, keepsDataIn } from '../../../lib/privacy/policy';
import { Icon } from '../../ui/Icon';

/** `policy`: as it stands in the manifest of this installation. */
export function NothingLeaves({ policy }: { policy: string }) {
  const isClosed = keepsDataIn(policy);
  return (
    <>
      <section class="step">
        <h2>Nothing leaves this computer</h2>
        <div class={`notice ${isClosed ? 'info' : 'danger'}`} role="note">
          <Icon node={isClosed ? ShieldCheck : TriangleAlert} />
          <h3>
            {isClosed
              ? 'The browser forbids Regulars every connection'
              : 'This build of Regulars may open connections'}
          </h3>
          <p>
            {isClosed
              ? 'There is no server and no account. That is not a promise but a rule that the browser enforces: the content security policy below, read from this very installation.'
              : 'Its content security policy, read from this installation, is not that of a release. Do not trust it with your customers.'}
          </p>
        </div>
        <dl class="rules">
          {explainPolicy(policy).map(({ directive, allows, means }) => (
            <div key={directive}>
              <dt class="mono">
                {directive} {allows}
              </dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
        <p>
          Our script in the pages of your sites is told nothing about your people, but for a yes or no for a
          mark beside somebody in sight. A link that you click and a file that you save go where you send
          them.
        </p>
      </section>
      <section class="step">
        <h2>What Regulars can’t protect you from</h2>
        <ul class="plain-list">
          <li>
            Somebody who is logged in on this computer as you can read the browser’s profile folder, and
            everything in it. Lock the screen, and let the system encrypt the disk.
          </li>
          <li>
            Other extensions that may read a site can read what its page shows, and the reply that you insert.
            They can’t read what the sidebar shows.
          </li>
          <li>Exported files and backups are as safe as the place where you keep them.</li>
          <li>A text that you insert and send is with the site, and with whom you sent it to.</li>
        </ul>
      </section>
    </>
  );
}
