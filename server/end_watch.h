#pragma once

#include <future>

namespace remise {

/// SIGTERM, SIGINT and SIGHUP, those our parent does not ignore, are for this alone from here on, in every
/// thread that is started later. The future is ready at the first of them. From then on the process has 10
/// seconds for all that it finishes, to its very end: a second signal, or what takes longer, ends it as it
/// stands. Nothing is lost then either: a command is stored or it was not answered, and its sender asks
/// again.
std::shared_future<void> watchForTheEnd();

}  // namespace remise
