// Reading the people of a page; put into it only when the user asks, and without effect until it is given an order.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { takeOrders } from '../lib/page/capture/orders';

export default defineUnlistedScript(takeOrders);
