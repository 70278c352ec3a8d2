#include "server/admin/pipeline.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <system_error>

#include "db/child_process.h"
#include "db/open_file.h"

namespace remise::admin {
namespace {

namespace fs = std::filesystem;
using db::OpenFile;

/// A file without a future.
class Scratch {
public:
    Scratch() : m_file(mkostemp(m_path.data(), O_CLOEXEC), m_path) {}
    ~Scratch() { unlink(m_path.c_str()); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    [[nodiscard]] const OpenFile& file() const { return m_file; }
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    std::string m_path = fs::temp_directory_path() / "remise-XXXXXX";
    OpenFile m_file;
};

std::string contentOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// What the programs said, as far as a message can take it.
std::string lastOf(const fs::path& words) {
    constexpr std::size_t enough = 2000;
    const std::string all = contentOf(words);
    return all.size() > enough ? all.substr(all.size() - enough) : all;
}

struct Ends {
    int in, out;
};

/// It dies with us: a dump that goes on alone holds its disk and its database for nothing.
pid_t start(const std::vector<std::string>& program, const Ends& ends, const Scratch& words) {
    return db::startChild(
        {program, db::Account::current(), fs::current_path(), words.path(), -1, ends.in, ends.out});
}

}  // namespace

void Pipeline::run() const {
    const OpenFile to(output, O_WRONLY | O_CREAT | O_TRUNC);
    runInto(to);
    if (fsync(to.number()) != 0 && errno != EINVAL)
        throw std::system_error(errno, std::generic_category(), "write " + output.string());
}

std::string Pipeline::text() const {
    const Scratch scratch;
    runInto(scratch.file());
    return contentOf(scratch.path());
}

void Pipeline::runInto(const OpenFile& to) const {
    const Scratch words;
    std::optional<OpenFile> from(std::in_place, input, O_RDONLY);
    std::vector<pid_t> processes;
    for (const auto& program : programs) {
        if (processes.size() + 1 == programs.size()) {
            processes.push_back(start(program, {from->number(), to.number()}, words));
            from.reset();  // so that the program before hears when this one ends
            break;
        }
        int pipe[2];
        if (pipe2(pipe, O_CLOEXEC) != 0)
            throw std::system_error(errno, std::generic_category(), "join programs");
        OpenFile next(pipe[0], "pipe");
        const OpenFile out(pipe[1], "pipe");
        processes.push_back(start(program, {from->number(), out.number()}, words));
        from.emplace(std::move(next));
    }
    std::string failed;
    for (std::size_t i = 0; i < processes.size(); ++i) {
        const int status = db::waitForChild(processes[i]);
        if (status != 0) failed += programs[i].front() + " ended with " + std::to_string(status) + '\n';
    }
    if (!failed.empty()) throw std::runtime_error(failed + lastOf(words.path()));
}

}  // namespace remise::admin
