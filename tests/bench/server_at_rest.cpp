#include "tests/bench/bench.h"
#include "tests/bench/running_server.h"
#include "tests/support/temporary_folder.h"

namespace remise::bench {

/// The first start makes the private database; the second one is measured.
std::vector<Figure> measureServerAtRest() {
    const test::TemporaryFolder folder;
    { const RunningServer first(folder.path()); }
    const RunningServer server(folder.path());
    return {
        {"server_start", server.startTime().count(), 0.5, "s", "the least we want, on an existing database"},
        {"server_memory", server.residentMegabytes(), 40, "MB", "the most we want, without MariaDB"}};
}

}  // namespace remise::bench
