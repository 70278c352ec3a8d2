#include "server/workshop/same_drive.h"

#include <cctype>

namespace remise::workshop {

using domain::Value;

namespace {

/// "WDC WD5000LPLX-0" and "WD5000LPLX": tools leave out the maker, docks cut off the end.
bool isSameModel(const std::string& one, const std::string& other) {
    const auto bare = [](const std::string& model) {
        std::string kept;
        for (const unsigned char c : model)
            if (std::isalnum(c)) kept += static_cast<char>(std::toupper(c));
        return kept;
    };
    const std::string a = bare(one), b = bare(other);
    return a.empty() || b.empty() || a.find(b) != a.npos || b.find(a) != b.npos;
}

/// Inventories count in thousands or in 1,024, and round.
bool isSameSize(std::int64_t bytes, std::int64_t knownMegabytes, bool hasGrown) {
    constexpr std::int64_t mega = 1'000'000, percent = 100, tolerance = 8;
    const std::int64_t megabytes = bytes / mega;
    if (bytes <= 0 || knownMegabytes <= 0) return true;
    const bool isSmaller = megabytes * percent < knownMegabytes * (percent - tolerance);
    const bool isLarger = megabytes * percent > knownMegabytes * (percent + tolerance) + percent;
    return !isSmaller && (!isLarger || hasGrown);
}

}  // namespace

bool mayBeSameDrive(const std::string& model, std::int64_t bytes, const Value& known, bool hasGrown) {
    return isSameModel(model, known.textOr("model")) &&
           isSameSize(bytes, known.integerOr("capacity_mb", 0), hasGrown);
}

}  // namespace remise::workshop
