#include "server/admin/replay_log.h"

#include <algorithm>
#include <regex>
#include <stdexcept>
#include <vector>

#include "server/admin/backup_folder.h"
#include "server/admin/pipeline.h"

namespace remise::admin {
namespace {

namespace fs = std::filesystem;

struct Position {
    std::string file, offset;
};

/// mariadb-dump writes it as a remark near the beginning.
Position positionIn(const fs::path& dump) {
    const std::string line =
        Pipeline{{{"zstd", "-q", "-d"}, {"sed", "-n", "/^-- CHANGE MASTER TO/p"}}, dump}.text();
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

/// Prints the first statement that destroys, with the line before it that says when. What a return leaves in
/// the logs at its end is not meant.
constexpr auto destruction =
    R"(/^SET TIMESTAMP=/ { at = $0 }
       toupper($0) ~ /^[ \t]*(\/\*.*\*\/)?[ \t]*(DROP +(DATABASE|SCHEMA|TABLE)|TRUNCATE) / &&
           !/restore_unfinished/ && !found { found = at "\n" $0 }
       END { print found })";

}  // namespace

LogReplay::LogReplay(const fs::path& folder, std::optional<domain::Milliseconds> until, const fs::path& dump,
                     std::string database)
    : m_database(std::move(database)), m_until(until) {
    const Position from = positionIn(dump);
    m_offset = from.offset;
    m_files = logsFrom(from.file, folder);
}

std::vector<std::string> LogReplay::reading(const std::string& option) const {
    std::vector<std::string> program{"env",
                                     "TZ=UTC",
                                     "mariadb-binlog",
                                     "--no-defaults",
                                     "--start-position=" + m_offset,
                                     option,
                                     "--database=" + m_database};
    if (m_until) {
        std::string moment = domain::formatTime(*m_until).substr(0, 19);
        moment[10] = ' ';
        program.push_back("--stop-datetime=" + moment);
    }
    program.insert(program.end(), m_files.begin(), m_files.end());
    return program;
}

void LogReplay::refuseDestruction() const {
    const std::string found = Pipeline{{reading("--base64-output=DECODE-ROWS"), {"awk", destruction}}}.text();
    static const std::regex form(R"(SET TIMESTAMP=(\d+)[^\n]*\n([^\n]*))");
    std::smatch parts;
    if (!std::regex_search(found, parts, form)) return;
    const std::string moment = localTime(std::stoll(parts[1]) * 1000);
    throw std::runtime_error("the binary logs destroy again what is brought back: at " + moment + ", \"" +
                             parts[2].str() + "\"; bring it back as it was before, with --until '" + moment +
                             "' or earlier");
}

void LogReplay::run(const ClientOptions& options) const {
    Pipeline{{reading("--base64-output=AUTO"),
              {"mariadb", options.argument(), "--binary-mode", "--max-allowed-packet=64M", m_database}}}
        .run();
}

}  // namespace remise::admin
