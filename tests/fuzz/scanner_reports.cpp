// Any bytes at all as a device's report descriptor, and as what a scanner sends, 64 of them a report. What
// comes out as a scan was in the reports of one symbology, is UTF-8 and has an end.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "drivers/scanners/hid_pos/hid_pos.h"
#include "server/domain/scan.h"

namespace {

using namespace remise;
using namespace remise::drivers;

constexpr std::size_t reportSize = 64, identifierAt = 2, dataAt = 5, mostData = 56;
/// Of a code as it is sent; two bytes of UTF-8 stand for one of ISO 8859-1.
constexpr std::size_t longestText = 2 * (8192 + mostData) + 1;

void require(bool holds) {
    if (!holds) std::abort();
}

/// What it is was said before the bytes that follow.
void readAsDescriptor(std::string_view bytes) {
    if (!hid_pos::isScanner(bytes)) return;
    require(bytes.find('\x8c') != bytes.npos);
    require(hid_pos::isScanner(std::string(bytes) + '\x09'));
}

/// `sent`: the data of the reports up to this scan that are of its symbology, one after the other.
void check(const domain::Scan& scan, std::string_view report, std::string_view sent) {
    require(!scan.text.empty() && scan.text.size() <= longestText);
    require(scan.source == domain::ScanSource::scanner);
    require(scan.symbology == hid_pos::symbologyOf(report.substr(identifierAt, 3)));
    static_cast<void>(nlohmann::json(scan.text).dump());  // throws on what is no UTF-8
    const bool isAscii = scan.text.find_first_of("\xc2\xc3") == scan.text.npos;
    const bool hasFnc1 = scan.text.front() == '\x1d';
    require(!isAscii || sent.find(scan.text) != sent.npos ||
            (hasFnc1 && sent.find(scan.text.substr(1)) != sent.npos));
    require(!domain::readingsOf(scan).empty());
}

void readAsReports(std::string_view bytes) {
    hid_pos::Reports reports;
    std::string_view identifier;
    std::string sent;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), reportSize))) {
        const std::string_view report = bytes.substr(0, reportSize);
        if (report.size() == reportSize) {
            if (report.substr(identifierAt, 3) != identifier) sent.clear();
            identifier = report.substr(identifierAt, 3);
            sent +=
                report.substr(dataAt, std::min<std::size_t>(static_cast<std::uint8_t>(report[1]), mostData));
        }
        if (const auto scan = reports.take(report)) check(*scan, report, sent);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    readAsDescriptor(bytes);
    readAsReports(bytes);
    return 0;
}
