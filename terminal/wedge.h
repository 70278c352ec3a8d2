#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace remise::terminal {

/// Tells a scanner that types from a person who types: a scanner's keys follow each other within 80 ms and
/// end with Return or Tab. Once it has shown itself it may stall, as radios and busy computers make it. Pure:
/// moments are given, none is taken from a clock.
class Wedge {
public:
    using Moment = std::chrono::milliseconds;
    static constexpr Moment longestGap{80};
    static constexpr Moment longestStall{400};
    static constexpr std::size_t shownAfter = 2;
    static constexpr std::size_t shortestScan = 3;

    /// A key that makes text. True when it belongs to the scan under way; false when it starts anew.
    bool key(const std::string& text, Moment at);
    /// How long a pause may still be followed by more of the scan under way.
    [[nodiscard]] Moment patience() const { return m_keys >= shownAfter ? longestStall : longestGap; }
    /// Return or Tab was pressed: the scan, when there was one.
    std::optional<std::string> finish(Moment at);
    /// A second end right after a scan is the scanner's too: some send Tab and Return.
    [[nodiscard]] bool isEndOfScan(Moment at) const { return m_finished && at - *m_finished <= longestStall; }

private:
    std::string m_text;
    std::size_t m_keys = 0;
    Moment m_last{0};
    std::optional<Moment> m_finished;
};

}  // namespace remise::terminal
