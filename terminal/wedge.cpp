#include "terminal/wedge.h"

#include <utility>

namespace remise::terminal {

bool Wedge::key(const std::string& text, Moment at) {
    const bool follows = m_keys > 0 && at - m_last <= patience();
    if (!follows) {
        m_text.clear();
        m_keys = 0;
    }
    m_finished.reset();
    m_text += text;
    ++m_keys;
    m_last = at;
    return follows;
}

std::optional<std::string> Wedge::finish(Moment at) {
    const bool scan = m_keys >= shortestScan && at - m_last <= patience();
    m_keys = 0;
    std::string text = std::exchange(m_text, {});
    if (!scan) return std::nullopt;
    m_finished = at;
    return text;
}

}  // namespace remise::terminal
