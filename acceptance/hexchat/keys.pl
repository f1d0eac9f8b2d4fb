# What stands for a person at the keyboard of HexChat: each line that is written into the pipe "keys" in its folder
# of settings is typed in the window that is in front. HexChat loads it by itself.
use strict;
use warnings;
use Fcntl qw(O_RDWR O_NONBLOCK);
use POSIX qw(mkfifo);

HexChat::register('keys', '1', 'Types what a test says');

my $path = HexChat::get_info('configdir') . '/keys';
unlink $path;
mkfifo($path, 0600) or die "$path: $!";
sysopen(my $keys, $path, O_RDWR | O_NONBLOCK) or die "$path: $!";

my $begun = '';
HexChat::hook_fd($keys, sub {
  HexChat::set_context(HexChat::find_context());
  sysread($keys, $begun, 4096, length $begun);
  while ($begun =~ s/\A([^\n]*)\n//) {
    my $line = $1;
    HexChat::command($line =~ s{\A/}{} ? $line : "say $line");
  }
  return HexChat::KEEP();
}, { flags => HexChat::FD_READ() });
