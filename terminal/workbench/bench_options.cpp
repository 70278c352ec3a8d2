#include "terminal/workbench/bench_options.h"

#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <charconv>
#include <fstream>
#include <iostream>
#include <iterator>

#include "drivers/disks/sleep.h"

namespace remise::workbench {
namespace {

using domain::cli::UsageError;
using drivers::disks::Hooks;
using drivers::disks::Progress;
using drivers::disks::Take;

std::atomic<bool> toldToEnd = false;

std::chrono::seconds secondsOf(std::string_view text) {
    int seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc{} || end != text.data() + text.size() || seconds < 1)
        throw UsageError("--patience wants seconds");
    return std::chrono::seconds(seconds);
}

}  // namespace

/// What may be said several times.
std::vector<std::string>* BenchOptions::listOf(std::string_view word) {
    if (word == "--drive") return &drives;
    if (word == "--job") return &jobs;
    return word == "--boot-medium" ? &look.bootMedia : nullptr;
}

BenchOptions BenchOptions::read(domain::cli::Words words, std::vector<std::string_view> known) {
    BenchOptions read;
    std::vector<std::string_view> others;
    for (auto word = words.begin(); word != words.end(); ++word) {
        if (*word == "--allow-loop")
            read.look.notHardware = Take::yes;
        else if (*word == "--allow-removable")
            read.look.removable = Take::yes;
        else if (*word == "--thaw")
            read.maySleep = true;
        else if (auto* list = read.listOf(*word)) {
            if (std::next(word) == words.end())
                throw UsageError(std::string(*word) + " wants a value after it");
            list->emplace_back(*++word);
        } else
            others.push_back(*word);
    }
    for (const std::string_view name : {"--report", "--progress", "--patience"})
        known.push_back(name);
    read.options = domain::cli::optionsOf(others, known);
    if (read.options.contains("--report")) read.report = read.options.at("--report");
    if (read.options.contains("--patience")) read.patience = secondsOf(read.options.at("--patience"));
    if (read.options.contains("--progress") && read.options.at("--progress") != "json")
        throw UsageError("--progress is json");
    read.tellsProgress = read.options.contains("--progress");
    return read;
}

std::string BenchOptions::textOr(std::string_view option, std::string_view otherwise) const {
    const auto named = options.find(option);
    return std::string(named == options.end() ? otherwise : std::string_view(named->second));
}

drivers::disks::EraseOrder BenchOptions::order(std::vector<std::string> serials,
                                               drivers::disks::Extent extent) const {
    drivers::disks::EraseOrder order{std::move(serials), extent, look, patience};
    static constexpr std::chrono::seconds asLongAsDrivesNeed{10};
    if (maySleep) order.sleep = [] { return drivers::disks::sleepFor(asLongAsDrivesNeed); };
    return order;
}

Hooks hooksFor(const BenchOptions& options) {
    struct sigaction action {};
    action.sa_handler = [](int) { toldToEnd = true; };
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        sigaction(signal, &action, nullptr);
    signal(SIGPIPE, SIG_IGN);  // whoever reads the progress may go; the drives are erased all the same
    Hooks hooks;
    hooks.shallStop = [] { return toldToEnd.load(); };
    if (options.tellsProgress)
        hooks.onProgress = [](const Progress& progress) {
            std::cout << domain::canonicalJson(valueOf(progress)) << std::endl;
        };
    return hooks;
}

void writeReport(const std::filesystem::path& path, const domain::Value& report) {
    const std::string text = domain::canonicalJson(report) + "\n";
    if (path.empty()) {
        std::cout << text << std::flush;
        return;
    }
    const std::filesystem::path beside = path.string() + ".new";
    std::ofstream file(beside, std::ios::binary);
    file << text << std::flush;
    if (!file) throw std::runtime_error("Cannot write " + beside.string());
    file.close();
    std::filesystem::rename(beside, path);
}

domain::Milliseconds now() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string readWholeFile(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open() || file.bad()) throw std::runtime_error("Cannot read " + path);
    return text;
}

}  // namespace remise::workbench
