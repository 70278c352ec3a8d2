#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "drivers/reports/bundle.h"
#include "drivers/reports/inventory_json.h"
#include "drivers/reports/machine.h"
#include "server/domain/canonical.h"
#include "terminal/workbench/bench_options.h"
#include "terminal/workbench/commands.h"
#include "terminal/workbench/gather.h"
#include "terminal/workbench/raw_folder.h"

namespace remise::workbench {

using namespace domain::cli;
using namespace drivers::reports;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

/// What the tools of this machine say, kept where that was asked for.
std::vector<RawFile> askThisMachine(const Options& options) {
    const RawFiles said = gather();
    if (const auto folder = options.find("--keep"); folder != options.end()) {
        fs::create_directories(folder->second);
        for (const auto& [name, bytes] : said)
            write(fs::path(folder->second) / name, bytes);
    }
    if (const auto file = options.find("--bundle"); file != options.end()) {
        const auto madeAt = now();
        write(file->second, domain::canonicalJson(bundle(said, domain::Uuid::v7(madeAt), madeAt)));
    }
    std::vector<RawFile> files;
    for (const auto& [name, bytes] : said)
        files.push_back({name, bytes});
    return files;
}

}  // namespace

int inventory(Words words) {
    const Options options = optionsOf(words, {"--from", "--keep", "--bundle"});
    const auto from = options.find("--from");
    if (from != options.end() && options.size() > 1)
        throw UsageError("--from reads what was gathered before: --keep and --bundle have nothing to keep");
    const auto files =
        unpackBundles(from != options.end() ? readRawFolder(from->second) : askThisMachine(options));
    const Inventory machine = readMachine(files);
    if (machine.notes.size() == files.size())
        std::cerr << "remise-workbench: nothing there tells of a machine (" << files.size() << " files)\n";
    std::cout << inventoryJson(machine).dump(2) << '\n';
    return 0;
}

}  // namespace remise::workbench
