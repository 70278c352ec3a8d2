#pragma once

#include <cassert>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "server/domain/language.h"

namespace remise::domain {

/// One way of saying no. `code` never changes once published; `fr` and `en` are what a person reads, with
/// {names} for what was wrong. Every kind is listed in docs/refusals.md.
struct RefusalKind {
    std::string_view code;
    int status;  ///< HTTP status
    std::string_view fr;
    std::string_view en;
};

/// A rule said no: which rule, and about what. What was sent may be long: a detail is cut to what fits in a
/// sentence.
class Refusal {
public:
    using Details = std::map<std::string, std::string>;
    using Worded = std::map<std::string, Words>;

    /// `worded`: the details that are words of ours, and differ with the reader's language.
    explicit Refusal(const RefusalKind& kind, Details details = {}, Worded worded = {});
    Refusal(const Refusal&);
    Refusal(Refusal&&) noexcept;
    Refusal& operator=(const Refusal&);
    Refusal& operator=(Refusal&&) noexcept;
    ~Refusal();

    [[nodiscard]] std::string_view code() const { return m_kind->code; }
    [[nodiscard]] int status() const { return m_kind->status; }
    [[nodiscard]] const Details& details() const { return m_details; }
    /// All of them, as this reader is told.
    [[nodiscard]] Details details(Language) const;
    /// The sentence for a person, with the details in their places.
    [[nodiscard]] std::string text(Language) const;

private:
    const RefusalKind* m_kind;
    Details m_details;
    Worded m_worded;
};

/// A value, or the refusal that stands in its way (the shape of std::expected, which g++ 12 lacks).
template <typename T>
class [[nodiscard]] Outcome {
public:
    Outcome(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Outcome(Refusal refusal) : m_state(std::in_place_index<1>, std::move(refusal)) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] T& value() {
        assert(ok());
        return std::get<0>(m_state);
    }
    [[nodiscard]] const T& value() const {
        assert(ok());
        return std::get<0>(m_state);
    }
    T& operator*() { return value(); }
    const T& operator*() const { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    [[nodiscard]] const Refusal& refusal() const {
        assert(!ok());
        return std::get<1>(m_state);
    }

private:
    std::variant<T, Refusal> m_state;
};

/// Yes, or the reason why not.
class [[nodiscard]] Verdict {
public:
    Verdict() = default;
    Verdict(Refusal refusal) : m_refusal(std::move(refusal)) {}

    [[nodiscard]] bool ok() const { return !m_refusal; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Refusal& refusal() const {
        assert(m_refusal);
        return *m_refusal;
    }

private:
    std::optional<Refusal> m_refusal;
};

}  // namespace remise::domain
