// The worker that locks a backup while another reads what goes into it.
import { serveLocking } from './locking';

serveLocking({
  postMessage: answer => self.postMessage(answer),
  addEventListener: (type, listen) => self.addEventListener(type, listen),
});
