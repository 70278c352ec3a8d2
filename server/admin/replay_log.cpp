#include "server/admin/replay_log.h"

#include <algorithm>
#include <fstream>
#include <regex>
#include <stdexcept>
#include <vector>

#include "server/admin/pipeline.h"

namespace remise::admin {
namespace {

namespace fs = std::filesystem;

struct Position {
    std::string file, offset;
};

/// mariadb-dump writes it as a remark near the beginning.
Position positionIn(const fs::path& dump, const fs::path& scratch) {
    const fs::path found = scratch / "position";
    Pipeline{{{"zstd", "-q", "-d"}, {"sed", "-n", "/^-- CHANGE MASTER TO/p"}}, dump, found}.run();
    std::ifstream in(found);
    std::string line;
    std::getline(in, line);
    fs::remove(found);
    static const std::regex form(R"(MASTER_LOG_FILE='([^']+)', MASTER_LOG_POS=(\d+))");
    std::smatch parts;
    if (!std::regex_search(line, parts, form))
        throw std::runtime_error(dump.string() + " was made of a database without a binary log");
    return {parts[1], parts[2]};
}

/// From the named one on, in their order: NAME.000001, NAME.000002…
std::vector<std::string> logsFrom(const std::string& first, const fs::path& folder) {
    const fs::path stem = fs::path(first).stem();
    std::vector<std::string> logs;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const fs::path name = entry.path().filename();
        const std::string number = name.extension();
        if (name.stem() == stem && number.find_first_not_of(".0123456789") == number.npos && name >= first)
            logs.push_back(entry.path());
    }
    std::sort(logs.begin(), logs.end());
    if (logs.empty() || fs::path(logs.front()).filename() != first)
        throw std::runtime_error("the binary log " + first + " is missing in " + folder.string());
    return logs;
}

}  // namespace

void replayLogs(const BinaryLogs& logs, const fs::path& dump, const db::Settings& settings,
                const ClientOptions& options, const fs::path& scratch) {
    const Position from = positionIn(dump, scratch);
    std::vector<std::string> reading{"mariadb-binlog", "--no-defaults", "--start-position=" + from.offset,
                                     "--database=" + settings.database};
    if (logs.until) reading.push_back("--stop-datetime=" + *logs.until);
    const auto files = logsFrom(from.file, logs.folder);
    reading.insert(reading.end(), files.begin(), files.end());
    Pipeline{
        {reading,
         {"mariadb", options.argument(), "--binary-mode", "--max-allowed-packet=64M", settings.database}}}
        .run();
}

}  // namespace remise::admin
