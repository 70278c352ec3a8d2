#include "server/admin/progress_line.h"

#include <algorithm>
#include <ostream>
#include <string>

namespace remise::admin {
namespace {

constexpr std::chrono::duration<double> redraw(0.1);

std::string timeLeft(double seconds) {
    const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
    if (whole < 120) return std::to_string(whole) + " s left";
    return std::to_string(whole / 60) + " min left";
}

}  // namespace

std::string withCommas(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

/// `all` is an estimate: never 100 % before the end.
void ProgressLine::show(std::uint64_t done, std::uint64_t all, std::chrono::duration<double> elapsed) {
    all = std::max(all, done + 1);
    const std::uint64_t percent = done * 100 / all;
    if (m_screen == Screen::terminal ? elapsed - m_shownAt < redraw : percent < m_shownPercent + 10) return;
    m_shownAt = elapsed;
    m_shownPercent = m_screen == Screen::terminal ? percent : percent / 10 * 10;
    const double rate = static_cast<double>(done) / std::max(elapsed.count(), 0.001);
    const std::string line = std::to_string(percent) + " %  " + withCommas(done) + " of " + withCommas(all) +
                             " rows  " + withCommas(static_cast<std::uint64_t>(rate)) + "/s  " +
                             timeLeft(static_cast<double>(all - done) / std::max(rate, 1.0));
    if (m_screen == Screen::terminal)
        m_out << '\r' << line << "\x1b[K" << std::flush;
    else
        m_out << line << std::endl;
}

void ProgressLine::end() {
    if (m_screen == Screen::terminal) m_out << "\r\x1b[K" << std::flush;
}

}  // namespace remise::admin
