<?php
// No mail, no limit for commenting often; and `?theme=NAME` shows a page in another theme.
add_filter('pre_wp_mail', '__return_true');
add_filter('comment_flood_filter', '__return_false');
if (preg_match('/^[a-z]+$/', $_GET['theme'] ?? '')) {
  $theme = fn() => $_GET['theme'];
  foreach (['template', 'stylesheet', 'pre_option_template', 'pre_option_stylesheet'] as $filter) add_filter($filter, $theme);
}
