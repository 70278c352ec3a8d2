#include "server/http/template_check.h"

#include <stdexcept>

#include "server/http/escapes.h"

namespace remise::http {
namespace {

/// Reads a template once from left to right as HTML, knowing at each mustache tag where it stands.
class Scan {
public:
    Scan(std::string_view name, std::string_view text) : m_name(name), m_text(text) {}

    void run() {
        while (m_at < m_text.size()) {
            if (m_text.substr(m_at).starts_with("{{"))
                mustacheTag();
            else
                character(m_text[m_at++]);
        }
    }

private:
    enum class Place {
        text,
        comment,
        tagName,
        betweenAttributes,
        attributeName,
        beforeValue,
        unquoted,
        quoted
    };

    [[noreturn]] void complain(const std::string& what) const {
        throw std::invalid_argument("template " + std::string(m_name) + ": " + what);
    }

    void mustacheTag() {
        const auto end = m_text.find("}}", m_at);
        if (end == m_text.npos) complain("a {{ is never closed");
        const std::string_view inside = m_text.substr(m_at + 2, end - m_at - 2);
        m_at = end + 2;
        if (inside.starts_with('{') || inside.starts_with('&') || inside.starts_with('='))
            complain("{{" + std::string(inside) + "}} is refused: everything shown is escaped");
        const bool isValue =
            !inside.empty() && std::string_view("#^/!>").find(inside[0]) == std::string_view::npos;
        if (isValue) valueTag(trimmed(inside));
    }

    void valueTag(std::string_view value) {
        const std::string shown = "{{" + std::string(value) + "}}";
        if (m_place == Place::text) {
            if (m_element == "script" || m_element == "style")
                complain(shown + " inside <" + m_element + ">");
            return;
        }
        if (m_place != Place::quoted) complain(shown + " in a tag must stand inside quotes");
        if (m_attribute.starts_with("on") || m_attribute == "style" || m_attribute == "srcdoc")
            complain(shown + " inside " + m_attribute);
        if (isAddress() && !addressMayShow(value))
            complain(shown + " in " + m_attribute + " needs a path before it or a name ending in _url");
        m_value += shown;
    }

    [[nodiscard]] bool isAddress() const {
        return m_attribute == "href" || m_attribute == "src" || m_attribute == "action" ||
               m_attribute == "formaction" || m_attribute == "xlink:href" || m_attribute == "srcset";
    }

    [[nodiscard]] bool addressMayShow(std::string_view value) const {
        if (m_value.empty()) return value.ends_with("_url");
        const bool isPath = m_value.size() > 1 && m_value[0] == '/' && m_value[1] != '/' && m_value[1] != '{';
        return isPath || m_value[0] == '#' || m_value[0] == '?' || m_value.starts_with("mailto:") ||
               m_value.starts_with("tel:") || m_value.starts_with("{{");
    }

    void character(char c) {
        const bool isBlank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        switch (m_place) {
            case Place::text:
                if (c == '<') openTag();
                break;
            case Place::comment:
                if (c == '>' && m_text.substr(0, m_at).ends_with("-->")) m_place = Place::text;
                break;
            case Place::tagName:
                if (isBlank || c == '>' || c == '/')
                    endOfName(c);
                else
                    m_element += c;
                break;
            case Place::betweenAttributes:
            case Place::attributeName:
                attributeCharacter(c, isBlank);
                break;
            case Place::beforeValue:
            case Place::unquoted:
            case Place::quoted:
                valueCharacter(c, isBlank);
                break;
        }
    }

    /// Before anything but these, a "<" is text (HTML standard, 13.2.5.6).
    void openTag() {
        const std::string_view rest = m_text.substr(m_at);
        const char next = rest.empty() ? ' ' : rest[0];
        const bool isName = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '{';
        if (rest.starts_with("!--")) {
            m_place = Place::comment;
        } else if (isName || next == '/' || next == '!' || next == '?') {
            m_place = Place::tagName;
            m_element.clear();
        }
    }

    void endOfName(char c) {
        if (c == '/' && m_element.empty())
            m_element = "/";  // a closing tag: its element is over
        else
            m_place = c == '>' ? Place::text : Place::betweenAttributes;
        m_element = lowerCase(m_element);
    }

    void attributeCharacter(char c, bool isBlank) {
        if (c == '>') {
            m_place = Place::text;
        } else if (c == '=') {
            m_place = Place::beforeValue;
            m_value.clear();
        } else if (isBlank || c == '/') {
            m_place = Place::betweenAttributes;
        } else {
            if (m_place == Place::betweenAttributes) m_attribute.clear();
            m_attribute += lowerCase(std::string_view(&c, 1));
            m_place = Place::attributeName;
        }
    }

    void valueCharacter(char c, bool isBlank) {
        if (m_place == Place::beforeValue) {
            const bool isQuote = c == '"' || c == '\'';
            m_quote = isQuote ? c : '\0';
            m_place = isQuote ? Place::quoted : Place::unquoted;
            if (!isQuote) m_value += c;
        } else if (m_place == Place::quoted ? c == m_quote : isBlank) {
            m_place = Place::betweenAttributes;
        } else if (m_place == Place::unquoted && c == '>') {
            m_place = Place::text;
        } else {
            m_value += c;
        }
    }

    std::string_view m_name, m_text;
    std::size_t m_at = 0;
    Place m_place = Place::text;
    std::string m_element, m_attribute, m_value;
    char m_quote = '\0';
};

}  // namespace

void checkTemplate(std::string_view name, std::string_view text) {
    Scan(name, text).run();
}

bool isSafeAddress(std::string_view address) {
    if (address.starts_with('/')) return address.size() == 1 || (address[1] != '/' && address[1] != '\\');
    return address.empty() || address.starts_with('#') || address.starts_with('?') ||
           address.starts_with("https://") || address.starts_with("http://");
}

}  // namespace remise::http
