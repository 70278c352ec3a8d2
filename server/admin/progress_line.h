#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>

namespace remise::admin {

/// A keyboard's screen shows one line that is written over; a file or pipe gets a line for each tenth.
enum class Screen { terminal, file };

/// How far something long is: "42 %  1,240,000 of 2,950,000 rows  61,000/s  28 s left".
class ProgressLine {
public:
    ProgressLine(std::ostream& out, Screen screen) : m_out(out), m_screen(screen) {}

    void show(std::uint64_t done, std::uint64_t all, std::chrono::duration<double> elapsed);
    /// Clears the line for what comes after it.
    void end();

private:
    std::ostream& m_out;
    const Screen m_screen;
    std::uint64_t m_shownPercent = 0;
    std::chrono::duration<double> m_shownAt{0};
};

/// "1,240,000"
std::string withCommas(std::uint64_t number);

}  // namespace remise::admin
