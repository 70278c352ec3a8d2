#include "terminal/workbench/parcels.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace remise::workbench {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view waits = ".parcel", refused = ".parcel.refused";

/// Written, on the medium, and only then under its name.
void writeWhole(const fs::path& file, const std::string& text) {
    const fs::path unfinished = file.string() + ".new";
    const int handle = ::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    const bool written = handle >= 0 &&
                         ::write(handle, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                         ::fsync(handle) == 0;
    if (handle >= 0) ::close(handle);
    if (!written) throw std::runtime_error("the report cannot be kept in " + file.parent_path().string());
    fs::rename(unfinished, file);
}

/// A parcel is the path it goes to, a line's end, and what is sent.
struct Parcel {
    std::string path, body;
};

Parcel read(const fs::path& file) {
    std::stringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    const std::string whole = text.str();
    const auto end = whole.find('\n');
    return {whole.substr(0, end), end == whole.npos ? "" : whole.substr(end + 1)};
}

}  // namespace

Parcels::Parcels(fs::path folder) : m_folder(std::move(folder)) {
    fs::create_directories(m_folder);
}

void Parcels::keep(const std::string& name, const std::string& path, const std::string& body) {
    writeWhole(m_folder / (name + std::string(waits)), path + "\n" + body);
}

std::vector<fs::path> Parcels::filesThatEnd(std::string_view ending) const {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(m_folder))
        if (entry.path().string().ends_with(ending)) files.push_back(entry.path());
    std::ranges::sort(files);  // names begin with ids in order of time
    return files;
}

bool Parcels::empty() const {
    return filesThatEnd(waits).empty();
}

std::vector<Parcels::Kept> Parcels::kept() const {
    std::vector<Kept> all;
    for (const auto ending : {refused, waits})
        for (const fs::path& file : filesThatEnd(ending)) {
            Parcel parcel = read(file);
            all.push_back({std::move(parcel.path), std::move(parcel.body), ending == refused});
        }
    return all;
}

Parcels::Sent Parcels::send(ServerLink& link) {
    Sent sent;
    for (const fs::path& file : filesThatEnd(waits)) {
        const Parcel parcel = read(file);
        const auto answer = link.post(parcel.path, parcel.body);
        if (!answer || !(answer->isGood() || answer->isRefused())) return sent;
        if (answer->isRefused()) {
            sent.refusal = answer->body.textOr("detail", answer->body.textOr("code"));
            fs::rename(file, file.string() + ".refused");
            continue;
        }
        sent.last = answer->body;
        fs::remove(file);
    }
    sent.all = true;
    return sent;
}

}  // namespace remise::workbench
