#include <condition_variable>
#include <iostream>
#include <mutex>

#include "drivers/scanners/scanners.h"
#include "labels/remise_label/words.h"
#include "server/domain/value.h"

namespace remise::labels::cli {
namespace {

void tell(const domain::Scan& scan) {
    std::cout << canonicalJson(domain::Value::Object{{"text", scan.text}, {"format", scan.symbology}})
              << std::endl;
}

std::size_t countIn(const Options& options) {
    const auto given = options.find("--count");
    if (given == options.end()) return 0;
    const std::string count(given->second);
    if (count.empty() || count.size() > 6 || count.find_first_not_of("0123456789") != std::string::npos)
        throw UsageError("--count is how many scans to wait for");
    return std::stoul(count);
}

}  // namespace

int scan(Words words) {
    const std::size_t wanted = countIn(optionsOf(words, {"--count"}));
    std::mutex guard;
    std::condition_variable changed;
    std::size_t heard = 0;
    const drivers::Scanners scanners([&](const domain::Scan& one) {
        const std::lock_guard held(guard);
        if (wanted != 0 && heard == wanted) return;
        tell(one);
        ++heard;
        changed.notify_one();
    });
    std::unique_lock held(guard);
    changed.wait(held, [&] { return wanted != 0 && heard == wanted; });
    return 0;
}

}  // namespace remise::labels::cli
