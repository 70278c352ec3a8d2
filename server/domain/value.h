#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace remise::domain {

class Value;

/// The members of an object in the order of canonical JSON, side by side: a scan reads, copies and writes
/// whole states, for which a tree of members takes several times as long. Adding a member moves the others.
class Members {
public:
    using value_type = std::pair<std::string, Value>;

    Members() = default;
    /// Of two members of one name the first counts.
    Members(std::initializer_list<value_type>);

    [[nodiscard]] bool empty() const;
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] const value_type* begin() const;
    [[nodiscard]] const value_type* end() const;
    [[nodiscard]] value_type* begin();
    [[nodiscard]] value_type* end();
    [[nodiscard]] const value_type* find(std::string_view name) const;
    [[nodiscard]] value_type* find(std::string_view name);
    [[nodiscard]] bool contains(std::string_view name) const;
    Value& operator[](std::string_view name);
    /// Adds the member unless its name is there; false then.
    bool emplace(std::string name, Value);
    void erase(std::string_view name);
    template <typename Predicate>
    void eraseIf(Predicate predicate) {
        std::erase_if(m_sorted, predicate);
    }
    bool operator==(const Members&) const;

private:
    std::vector<value_type> m_sorted;
};

/// What a command or a fact carries: JSON without fractions. Money is in cents, weights in grams, times in
/// milliseconds, so that two programs can never round differently and a hash is over the same bytes for all.
class Value {
public:
    using Array = std::vector<Value>;
    using Object = Members;

    Value() = default;
    Value(const Value&);
    Value(Value&&) noexcept;
    Value& operator=(const Value&);
    Value& operator=(Value&&) noexcept;
    ~Value();
    Value(std::nullptr_t) {}
    Value(bool b) : m_value(b) {}
    Value(int n) : m_value(std::int64_t{n}) {}
    Value(std::int64_t n) : m_value(n) {}
    Value(std::uint64_t n) : m_value(static_cast<std::int64_t>(n)) {}
    Value(const char* s);
    Value(std::string_view s);
    Value(std::string s);
    Value(Array a);
    Value(Object o);

    [[nodiscard]] bool isNull() const { return m_value.index() == 0; }
    [[nodiscard]] bool isBool() const { return m_value.index() == 1; }
    [[nodiscard]] bool isInteger() const { return m_value.index() == 2; }
    [[nodiscard]] bool isText() const { return m_value.index() == 3; }
    [[nodiscard]] bool isArray() const { return m_value.index() == 4; }
    [[nodiscard]] bool isObject() const { return m_value.index() == 5; }

    /// The typed content; a wrong type is a bug of the caller (std::bad_variant_access), never bad input:
    /// ask is…() first, or use the lenient readers below.
    [[nodiscard]] bool boolean() const { return std::get<bool>(m_value); }
    [[nodiscard]] std::int64_t integer() const { return std::get<std::int64_t>(m_value); }
    [[nodiscard]] const std::string& text() const { return std::get<std::string>(m_value); }
    [[nodiscard]] const Array& array() const { return std::get<Array>(m_value); }
    [[nodiscard]] const Object& object() const { return std::get<Object>(m_value); }
    [[nodiscard]] Array& array() { return std::get<Array>(m_value); }
    [[nodiscard]] Object& object() { return std::get<Object>(m_value); }

    /// Member of an object; null when this is no object or has no such member.
    [[nodiscard]] const Value& operator[](std::string_view name) const;
    /// Member to write; a null value becomes an object first.
    Value& operator[](std::string_view name);
    [[nodiscard]] bool has(std::string_view name) const { return !(*this)[name].isNull(); }

    /// Lenient readers: the content, or the fallback when absent or of another type.
    [[nodiscard]] std::string textOr(std::string_view name, std::string_view fallback = "") const;
    [[nodiscard]] std::int64_t integerOr(std::string_view name, std::int64_t fallback) const;
    [[nodiscard]] bool boolOr(std::string_view name, bool fallback) const;

    bool operator==(const Value&) const;

private:
    std::variant<std::monostate, bool, std::int64_t, std::string, Array, Object> m_value;
};

/// RFC 8785 canonical JSON: members sorted by UTF-16 code units, shortest escapes, no blanks.
/// Text must be valid UTF-8 (wire/ checks what comes from outside).
std::string canonicalJson(const Value&);
/// True when member `a` is written before member `b`.
bool isCanonicalBefore(std::string_view a, std::string_view b);
void appendCanonicalJson(std::string& out, const Value&);
void appendCanonicalText(std::string& out, std::string_view text);

}  // namespace remise::domain
