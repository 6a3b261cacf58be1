<?php
// Installs WordPress and fills it with invented people: php seed.php FOLDER ORIGIN.
[, $folder, $origin] = $argv;
$parts = parse_url($origin);
$_SERVER += ['HTTP_HOST' => "{$parts['host']}:{$parts['port']}", 'SERVER_NAME' => $parts['host'], 'REQUEST_URI' => '/',
  'REMOTE_ADDR' => '127.0.0.1', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REQUEST_METHOD' => 'GET'];
define('WP_INSTALLING', true);
require "$folder/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install('Norte Café', 'nora', 'nora@norte.example', true, '', 'nora-password', 'en_US');
$options = ['siteurl' => $origin, 'home' => $origin, 'permalink_structure' => '/%postname%/', 'thread_comments' => 1,
  'thread_comments_depth' => 5, 'comment_moderation' => 0, 'comment_previously_approved' => 0, 'show_avatars' => 1,
  'comments_per_page' => 50, 'page_comments' => 0, 'timezone_string' => 'UTC', 'default_pingback_flag' => 0];
foreach ($options as $name => $value) update_option($name, $value);
flush_rewrite_rules();
switch_theme('twentytwentyone');
wp_update_user(['ID' => 1, 'display_name' => 'Nora Vidal']);
foreach (get_comments() as $comment) wp_delete_comment($comment->comment_ID, true);

$eve = wp_insert_user(['user_login' => 'eve', 'user_pass' => 'eve-password', 'display_name' => 'Eve Editor',
  'user_email' => 'eve@norte.example', 'role' => 'editor']);
$sara = wp_insert_user(['user_login' => 'sara', 'user_pass' => 'sara-password', 'display_name' => 'Sara Lund',
  'user_email' => 'sara@lund.example', 'role' => 'subscriber']);
// Everything on one page.
update_user_meta(1, 'edit_comments_per_page', 50);
$publish = fn($title, $name, $author) => wp_insert_post(['post_title' => $title, 'post_name' => $name,
  'post_status' => 'publish', 'post_author' => $author, 'comment_status' => 'open',
  'post_content' => '<p>Thanks to <a href="https://partner.example/">Paula</a> for the beans.</p>']);
$grinder = $publish('Our grinder', 'our-grinder', $eve);
$quiet = $publish('Quiet post', 'quiet', 1);

$count = 0;
$say = function ($post, $name, $mail, $text, $more = []) use (&$count) {
  $at = gmdate('Y-m-d H:i:s', time() - 86400 * 3 + 3600 * ++$count);
  return wp_insert_comment($more + ['comment_post_ID' => $post, 'comment_author' => $name, 'comment_author_email' => $mail,
    'comment_author_url' => '', 'comment_content' => $text, 'comment_approved' => 1, 'comment_type' => 'comment',
    'comment_date' => $at, 'comment_date_gmt' => $at, 'comment_author_IP' => "192.0.2.$count", 'comment_agent' => 'seed']);
};
$marta = $say($grinder, 'Marta Ruiz', 'marta@norte-boats.example', 'It rattles since Monday.', ['comment_author_url' => 'https://boats.example/']);
$jon = $say($grinder, 'Jon Berg', 'jon@berg.example', 'Mine too.', ['comment_parent' => $marta]);
$answer = $say($grinder, 'Eve Editor', 'eve@norte.example', 'We look into it.', ['comment_parent' => $jon, 'user_id' => $eve]);
$bo = $say($grinder, 'Bo Lind', 'bo@lind.example', 'Is there news?', ['comment_parent' => $answer]);
$say($grinder, 'Sara Lund', 'sara@lund.example', 'I would like to know, too.', ['comment_parent' => $bo, 'user_id' => $sara]);
$say($grinder, 'Sam 🚀 Rivera', 'sam@rivera.example', 'Send a new one 🚀');
$say($grinder, 'سلمى القاسم', 'salma@qasem.example', 'شكرا لكم');
$say($grinder, '田中 花子', 'hanako@tanaka.example', '素敵です。');
$say($grinder, 'Müller, Jürgen (Vertrieb)', 'juergen@mueller.example', 'Schöne Mühle.');
$say($grinder, 'Marta Ruiz', 'marta.ruiz@elsewhere.example', 'I am the other Marta.');
// The first a of this name is Cyrillic, and the o of the address a zero.
$say($grinder, 'Mаrta Ruiz', 'm.ruiz@norte-b0ats.example', 'Please pay to my new account.');
$say($grinder, 'David Brown', 'David.Brown@Office.example', 'I write my address with capitals.');
$say($grinder, 'Ines Faure', 'ines@faure.example', "Two paragraphs.\n\nAnd <a href=\"mailto:boss@norte.example\">somebody else</a>.");
$say($grinder, 'Guest Gil', '', 'No address given.');
$say($grinder, 'Guest Gus', '', 'Only a page of my own.', ['comment_author_url' => 'https://gus.example/']);
$say($grinder, 'Nora Vidal', 'nora@norte.example', 'A new one is on its way.', ['user_id' => 1]);
$say($grinder, 'Pending Pia', 'pia@queue.example', 'I am waiting.', ['comment_approved' => 0]);
$say($grinder, 'CHEAP PILLS', 'spam@pills.example', 'Buy now', ['comment_approved' => 'spam']);
$say($grinder, 'Another blog', '', '[&#8230;] a grinder [&#8230;]', ['comment_type' => 'pingback', 'comment_author_url' => 'https://another.example/grinder']);
$say($grinder, 'A third blog', '', 'About grinders', ['comment_type' => 'trackback', 'comment_author_url' => 'https://third.example/']);
$say($quiet, 'Carol Díaz', 'carol@diaz.example', 'So quiet here.');
foreach ([$grinder, $quiet] as $id) wp_update_comment_count_now($id);
echo "$count comments\n";
