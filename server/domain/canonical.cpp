#include "server/domain/canonical.h"

#include <charconv>

namespace remise::domain {
namespace {

constexpr int deepest = 80;

class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    Value whole() {
        Value value = any();
        if (m_at != m_text.size()) fail();
        return value;
    }

private:
    [[noreturn]] void fail() const { throw NotCanonical(m_at); }
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool take(char c) {
        if (peek() != c) return false;
        ++m_at;
        return true;
    }
    void need(std::string_view text) {
        if (m_text.substr(m_at, text.size()) != text) fail();
        m_at += text.size();
    }

    Value any() {
        switch (peek()) {
            case 'n':
                need("null");
                return {};
            case 't':
                need("true");
                return true;
            case 'f':
                need("false");
                return false;
            case '"':
                return text();
            case '[':
                return array();
            case '{':
                return object();
            default:
                return number();
        }
    }

    Value number() {
        std::int64_t n = 0;
        const bool minus = peek() == '-';
        const auto digits = m_text.substr(m_at + (minus ? 1 : 0), 2);
        if (digits.starts_with('0') && (minus || (digits.size() > 1 && isDigit(digits[1])))) fail();
        const auto [end, error] = std::from_chars(m_text.data() + m_at, m_text.data() + m_text.size(), n);
        if (error != std::errc()) fail();
        m_at = static_cast<std::size_t>(end - m_text.data());
        return n;
    }

    std::string text() {
        need("\"");
        std::string out;
        for (;;) {
            auto run = m_at;
            while (run < m_text.size() && m_text[run] != '"' && m_text[run] != '\\' &&
                   !isControl(m_text[run]))
                ++run;
            if (run == m_text.size() || isControl(m_text[run])) fail();
            out += m_text.substr(m_at, run - m_at);
            m_at = run + 1;
            if (m_text[run] == '"') return out;
            out += escaped();
        }
    }

    char escaped() {
        const char c = peek();
        ++m_at;
        switch (c) {
            case '"':
                return '"';
            case '\\':
                return '\\';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                break;
            default:
                fail();
        }
        // Only control characters without an escape of their own are written by number.
        need("00");
        if (peek() != '0' && peek() != '1') fail();
        const int high = peek() - '0';
        ++m_at;
        const auto low = std::string_view("0123456789abcdef").find(peek());
        if (m_at == m_text.size() || low == std::string_view::npos) fail();
        const char code = static_cast<char>(16 * high + static_cast<int>(low));
        if (std::string_view("\b\t\n\f\r").find(code) != std::string_view::npos) fail();
        ++m_at;
        return code;
    }

    Value array() {
        const Depth depth(*this);
        need("[");
        Value::Array elements;
        if (take(']')) return elements;
        do
            elements.push_back(any());
        while (take(','));
        need("]");
        return elements;
    }

    Value object() {
        const Depth depth(*this);
        need("{");
        Value::Object members;
        if (take('}')) return members;
        do {
            std::string name = text();
            if (!members.empty() && !isCanonicalBefore((members.end() - 1)->first, name)) fail();
            need(":");
            members.emplace(std::move(name), any());
        } while (take(','));
        need("}");
        return members;
    }

    static bool isDigit(char c) { return c >= '0' && c <= '9'; }
    static bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20; }

    struct Depth {
        explicit Depth(Reader& reader) : m_reader(reader) {
            if (++m_reader.m_depth > deepest) m_reader.fail();
        }
        ~Depth() { --m_reader.m_depth; }
        Depth(const Depth&) = delete;
        Depth& operator=(const Depth&) = delete;
        Reader& m_reader;
    };

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_depth = 0;
};

}  // namespace

Value readCanonical(std::string_view text) {
    return Reader(text).whole();
}

}  // namespace remise::domain
