<?php
// No mail, no requests, no limit for commenting often; and `?theme=NAME` shows a page in another theme.
add_filter('pre_wp_mail', '__return_true');
// Earlier than WordPress's own refusal, which looks the host's address up first.
add_filter('pre_http_request', fn() => new WP_Error('tests', 'Nothing is asked of the network.'));
add_filter('comment_flood_filter', '__return_false');
if (preg_match('/^[a-z]+$/', $_GET['theme'] ?? '')) {
  $theme = fn() => $_GET['theme'];
  foreach (['template', 'stylesheet', 'pre_option_template', 'pre_option_stylesheet'] as $filter) add_filter($filter, $theme);
}
