#include "drivers/reports/xml_reader.h"

#include <expat.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "drivers/reports/clean_text.h"
#include "drivers/reports/text_lines.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

using domain::Refusal;
using nlohmann::json;

namespace {

constexpr std::size_t largestReport = 16U << 20;
constexpr std::size_t deepestNesting = 32;
constexpr int mostElements = 100'000;

/// An element that is being read.
struct Open {
    std::string name;
    json members = json::object();
    std::string text;
};

struct Reading {
    XML_Parser parser = nullptr;
    XmlPaths paths;
    XmlNames names = XmlNames::ofTags;
    std::vector<std::string> path{};  ///< below the root, of the element that is open now
    std::vector<Open> open{};         ///< those of them that are read, and the root
    std::size_t passedOver = 0;       ///< open elements inside one that is not read
    int elements = 0;
    json root{};
    std::optional<Refusal> refusal{};

    void stop(Refusal why) {
        refusal = std::move(why);
        XML_StopParser(parser, XML_FALSE);
    }

    [[nodiscard]] std::string pathText() const {
        std::string text;
        for (const std::string& name : path)
            text += (text.empty() ? "" : "/") + name;
        return text;
    }

    /// On the way to a path that is read, at it, or below it.
    [[nodiscard]] bool isRead() const {
        const std::string here = pathText();
        return std::any_of(paths.begin(), paths.end(), [&](std::string_view wanted) {
            const std::string_view shorter = here.size() < wanted.size() ? here : wanted;
            const std::string_view longer = here.size() < wanted.size() ? wanted : here;
            return longer.starts_with(shorter) &&
                   (longer.size() == shorter.size() || longer[shorter.size()] == '/');
        });
    }

    void begin(const char* name) {
        if (refusal) return;  // the parser may have a last word after it was stopped
        if (open.size() + passedOver >= deepestNesting)
            return stop(
                Refusal(domain::refusals::reportTooDeep, {{"limit", std::to_string(deepestNesting)}}));
        if (passedOver > 0) {
            ++passedOver;
            return;
        }
        const bool isRoot = open.empty();
        if (!isRoot) path.push_back(lowerCase(name));
        if (!isRoot && !isRead()) {
            path.pop_back();
            passedOver = 1;
            return;
        }
        if (++elements > mostElements)
            return stop(Refusal(domain::refusals::tooLarge, {{"limit", std::to_string(mostElements)}}));
        open.push_back({lowerCase(name), json::object(), {}});
    }

    void end() {
        if (refusal) return;
        if (passedOver > 0) {
            --passedOver;
            return;
        }
        Open element = std::move(open.back());
        open.pop_back();
        json value = element.members.empty() ? json(std::move(element.text)) : std::move(element.members);
        if (open.empty()) {
            root = std::move(value);
            return;
        }
        path.pop_back();
        json& siblings = open.back().members;
        const auto known = siblings.find(element.name);
        if (known == siblings.end())
            siblings[element.name] = std::move(value);
        else if (known->is_array())
            known->push_back(std::move(value));
        else
            *known = json::array({std::move(*known), std::move(value)});
    }

    void say(const char* text, int length) {
        if (passedOver == 0 && !open.empty()) open.back().text.append(text, static_cast<std::size_t>(length));
    }
};

/// Attributes come as names and values by turns.
std::string nameOf(const char* tag, const char** attributes, XmlNames names) {
    if (names == XmlNames::ofAttributes)
        for (; *attributes != nullptr; attributes += 2)
            if (std::string_view(*attributes) == "name") return attributes[1];
    return tag;
}

Reading& of(void* data) {
    return *static_cast<Reading*>(data);
}

/// Windows' own letters where Latin-1 has control characters; five codes mean nothing.
constexpr int windows1252[32]{0x20AC, -1,     0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                              0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, -1,     0x017D, -1,
                              -1,     0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                              0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, -1,     0x017E, 0x0178};

int knowEncoding(void*, const XML_Char* name, XML_Encoding* encoding) {
    if (lowerCase(name) != "windows-1252") return XML_STATUS_ERROR;
    for (int code = 0; code < 256; ++code)
        encoding->map[code] = code >= 0x80 && code < 0xA0 ? windows1252[code - 0x80] : code;
    encoding->data = nullptr;
    encoding->convert = nullptr;
    encoding->release = nullptr;
    return XML_STATUS_OK;
}

bool namesItsEncoding(std::string_view bytes) {
    const std::string head = lowerCase(bytes.substr(0, bytes.find("?>")).substr(0, 200));
    const auto encoding = head.find("encoding");
    return encoding != std::string::npos && head.find("utf-8", encoding) == std::string::npos;
}

/// Old agents leave control characters of a firmware's texts in, which no XML may have.
void dropControlCharacters(std::string& text) {
    std::replace_if(
        text.begin(), text.end(),
        [](unsigned char c) { return c < ' ' && c != '\t' && c != '\n' && c != '\r'; }, ' ');
}

using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)>;

/// XML_ERROR_NONE once it is read; `reading` has the tree then, or why it was stopped.
XML_Error parse(std::string_view text, Reading& reading, int& line) {
    const Parser parser(XML_ParserCreate(nullptr), &XML_ParserFree);
    if (!parser) throw std::bad_alloc();
    reading.parser = parser.get();
    XML_SetUserData(parser.get(), &reading);
    XML_SetElementHandler(
        parser.get(),
        [](void* data, const char* tag, const char** attributes) {
            of(data).begin(nameOf(tag, attributes, of(data).names).c_str());
        },
        [](void* data, const char*) { of(data).end(); });
    XML_SetCharacterDataHandler(parser.get(),
                                [](void* data, const char* part, int length) { of(data).say(part, length); });
    XML_SetStartDoctypeDeclHandler(parser.get(), [](void* data, const char*, const char*, const char*, int) {
        of(data).stop(Refusal(domain::refusals::hasDoctype));
    });
    XML_SetUnknownEncodingHandler(parser.get(), knowEncoding, nullptr);
    const auto status = XML_Parse(parser.get(), text.data(), static_cast<int>(text.size()), 1);
    line = static_cast<int>(XML_GetCurrentLineNumber(parser.get()));
    return status == XML_STATUS_OK ? XML_ERROR_NONE : XML_GetErrorCode(parser.get());
}

}  // namespace

domain::Outcome<json> readXml(std::string_view bytes, const XmlPaths& read, XmlNames names) {
    if (bytes.size() > largestReport) return Refusal(domain::refusals::tooLarge, {{"limit", "16 MiB"}});
    int line = 0;
    Reading reading{.paths = read, .names = names};
    XML_Error error = parse(bytes, reading, line);
    if (error == XML_ERROR_INVALID_TOKEN) {  // stray bytes, perhaps: once more without them
        std::string text = namesItsEncoding(bytes) ? std::string(bytes) : validUtf8(bytes);
        dropControlCharacters(text);
        reading = Reading{.paths = read, .names = names};
        error = parse(text, reading, line);
    }
    if (reading.refusal) return *reading.refusal;
    if (error != XML_ERROR_NONE)
        return Refusal(domain::refusals::reportField, {{"field", "XML, " + std::to_string(line)}});
    return std::move(reading.root);
}

}  // namespace remise::drivers::reports
