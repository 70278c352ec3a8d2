#pragma once

#include <string>

#include "server/domain/outcome.h"
#include "server/http/read_head.h"

namespace remise::http {

/// Takes a head apart while it comes (RFC 9112, sections 2 to 5). Strict where two programs could read
/// differently: lines end in CR LF, names are tokens with the colon right behind, nothing is folded.
class HeadIntake {
public:
    /// `received` is all that has come so far; true once the empty line that ends the head is in it. Refused
    /// as bad_request, or when it grows too long without an end.
    domain::Outcome<bool> take(const std::string& received);

    /// As far as it has come.
    [[nodiscard]] const Head& head() const { return m_head; }
    /// Once it is read nobody needs it any more, however long the body takes.
    void forget() { m_head = {}; }
    /// Bytes taken; of a whole head, its empty line included.
    [[nodiscard]] std::size_t length() const { return m_line; }
    /// HTTP/1.0: its connections end after one reply unless it says otherwise.
    [[nodiscard]] bool isOld() const { return m_isOld; }

private:
    [[nodiscard]] domain::Verdict takeLine(std::string_view);
    [[nodiscard]] domain::Verdict takeRequestLine(std::string_view);
    [[nodiscard]] domain::Verdict takeField(std::string_view);

    Head m_head;
    bool m_isOld = false;
    std::size_t m_line = 0;  ///< where the line begins that is not whole yet
    std::size_t m_searched = 0;
};

}  // namespace remise::http
