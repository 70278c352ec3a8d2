#include "server/domain/value.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace remise::domain {
namespace {

const Value absent;

template <typename Sorted>
auto place(Sorted& sorted, std::string_view name) {
    // What is read from the database comes in order, so most names belong at the end.
    if (sorted.empty() || isCanonicalBefore(sorted.back().first, name)) return sorted.end();
    return std::lower_bound(
        sorted.begin(), sorted.end(), name,
        [](const auto& member, std::string_view wanted) { return isCanonicalBefore(member.first, wanted); });
}

template <typename Sorted>
auto* findIn(Sorted& sorted, std::string_view name) {
    const auto at = place(sorted, name);
    return sorted.data() +
           (at != sorted.end() && at->first == name ? at - sorted.begin() : std::ssize(sorted));
}

}  // namespace

// What every file copies and destroys is compiled here once.
Value::Value(const Value&) = default;
Value::Value(Value&&) noexcept = default;
Value& Value::operator=(const Value&) = default;
Value& Value::operator=(Value&&) noexcept = default;
Value::~Value() = default;
Value::Value(const char* s) : m_value(std::string(s)) {
}
Value::Value(std::string_view s) : m_value(std::string(s)) {
}
Value::Value(std::string s) : m_value(std::move(s)) {
}
Value::Value(Array a) : m_value(std::move(a)) {
}
Value::Value(Object o) : m_value(std::move(o)) {
}
// Spelled out: clang 14 ends in the variant's own comparison when its types hold themselves.
bool Value::operator==(const Value& other) const {
    const auto isThere = [&](const auto& mine) {
        const auto* theirs = std::get_if<std::decay_t<decltype(mine)>>(&other.m_value);
        return theirs && mine == *theirs;
    };
    return std::visit(isThere, m_value);
}

Members::Members(std::initializer_list<value_type> members) {
    m_sorted.reserve(members.size());
    for (const auto& [name, value] : members)
        emplace(name, value);
}

bool Members::empty() const {
    return m_sorted.empty();
}
std::size_t Members::size() const {
    return m_sorted.size();
}
const Members::value_type* Members::begin() const {
    return m_sorted.data();
}
const Members::value_type* Members::end() const {
    return m_sorted.data() + m_sorted.size();
}
Members::value_type* Members::begin() {
    return m_sorted.data();
}
Members::value_type* Members::end() {
    return m_sorted.data() + m_sorted.size();
}
const Members::value_type* Members::find(std::string_view name) const {
    return findIn(m_sorted, name);
}
Members::value_type* Members::find(std::string_view name) {
    return findIn(m_sorted, name);
}
bool Members::contains(std::string_view name) const {
    return find(name) != end();
}

Value& Members::operator[](std::string_view name) {
    const auto at = place(m_sorted, name);
    if (at != m_sorted.end() && at->first == name) return at->second;
    return m_sorted.emplace(at, std::string(name), Value{})->second;
}

bool Members::emplace(std::string name, Value value) {
    const auto at = place(m_sorted, name);
    if (at != m_sorted.end() && at->first == name) return false;
    m_sorted.emplace(at, std::move(name), std::move(value));
    return true;
}

void Members::erase(std::string_view name) {
    const auto at = place(m_sorted, name);
    if (at != m_sorted.end() && at->first == name) m_sorted.erase(at);
}

bool Members::operator==(const Members& other) const {
    return m_sorted == other.m_sorted;
}

const Value& Value::operator[](std::string_view name) const {
    if (!isObject()) return absent;
    const auto found = object().find(name);
    return found == object().end() ? absent : found->second;
}

Value& Value::operator[](std::string_view name) {
    if (isNull()) m_value = Object{};
    return object()[name];
}

std::string Value::textOr(std::string_view name, std::string_view fallback) const {
    const Value& v = (*this)[name];
    return v.isText() ? v.text() : std::string(fallback);
}

std::int64_t Value::integerOr(std::string_view name, std::int64_t fallback) const {
    const Value& v = (*this)[name];
    return v.isInteger() ? v.integer() : fallback;
}

bool Value::boolOr(std::string_view name, bool fallback) const {
    const Value& v = (*this)[name];
    return v.isBool() ? v.boolean() : fallback;
}

/// UTF-16 order differs from byte order only where one name has a character above U+FFFF (a surrogate pair,
/// D800–DFFF) and the other one in E000–FFFF: then the surrogate comes first.
bool isCanonicalBefore(std::string_view a, std::string_view b) {
    const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (x == a.end() || y == b.end()) return x == a.end() && y != b.end();
    const auto p = static_cast<unsigned char>(*x), q = static_cast<unsigned char>(*y);
    if (p >= 0xF0 && (q == 0xEE || q == 0xEF)) return true;
    if (q >= 0xF0 && (p == 0xEE || p == 0xEF)) return false;
    return p < q;
}

void appendCanonicalText(std::string& out, std::string_view text) {
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\b':
                out += "\\b";
                break;
            case '\f':
                out += "\\f";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                if (const auto u = static_cast<unsigned char>(c); u < 0x20) {
                    out += "\\u00";
                    out += hex[u >> 4];
                    out += hex[u & 15];
                } else {
                    out += c;
                }
        }
    }
    out += '"';
}

void appendCanonicalJson(std::string& out, const Value& value) {
    if (value.isNull()) {
        out += "null";
    } else if (value.isBool()) {
        out += value.boolean() ? "true" : "false";
    } else if (value.isInteger()) {
        std::array<char, 24> digits;
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value.integer()).ptr;
        out.append(digits.data(), end);
    } else if (value.isText()) {
        appendCanonicalText(out, value.text());
    } else if (value.isArray()) {
        out += '[';
        for (const char* comma = ""; const Value& element : value.array()) {
            out += comma;
            appendCanonicalJson(out, element);
            comma = ",";
        }
        out += ']';
    } else {
        out += '{';
        for (const char* comma = ""; const auto& [name, member] : value.object()) {
            out += comma;
            appendCanonicalText(out, name);
            out += ':';
            appendCanonicalJson(out, member);
            comma = ",";
        }
        out += '}';
    }
}

std::string canonicalJson(const Value& value) {
    std::string out;
    appendCanonicalJson(out, value);
    return out;
}

}  // namespace remise::domain
