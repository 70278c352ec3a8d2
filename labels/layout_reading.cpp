#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "labels/layout.h"
#include "labels/layout_checks.h"

namespace remise::labels {
namespace {

using Json = nlohmann::json;

/// A member for each name that may stand there: a slip of the pen must not be a default.
void onlyMembers(const Json& object, const std::set<std::string>& known) {
    for (const auto& [name, value] : object.items())
        if (!known.contains(name)) throw std::runtime_error("\"" + name + "\" is not known here");
}

template <typename Choice>
Choice choice(const Json& object, const char* member, const std::map<std::string, Choice>& words,
              Choice usual) {
    if (!object.contains(member)) return usual;
    const auto found = words.find(object.at(member).get<std::string>());
    if (found == words.end())
        throw std::runtime_error(std::string(member) + " cannot be \"" +
                                 object.at(member).get<std::string>() + "\"");
    return found->second;
}

/// "{#grade} {grade}": in braces a field's name, or after # the key of a word.
Pieces piecesOf(std::string_view text) {
    Pieces pieces;
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        if (open > 0) pieces.push_back({Piece::Kind::literal, std::string(text.substr(0, open))});
        if (open == std::string_view::npos) break;
        const std::size_t close = text.find('}', open);
        if (close == std::string_view::npos) throw std::runtime_error("a brace is not closed");
        const std::string_view name = text.substr(open + 1, close - open - 1);
        const bool isWord = name.starts_with('#');
        pieces.push_back(
            {isWord ? Piece::Kind::word : Piece::Kind::field, std::string(name.substr(isWord ? 1 : 0))});
        text.remove_prefix(close + 1);
    }
    return pieces;
}

Field fieldOf(const std::string& name, const Json& json) {
    onlyMembers(json, {"is", "must", "longest"});
    const Shape* shape = shapeNamed(json.at("is").get<std::string>());
    if (!shape) throw std::runtime_error("there is no shape " + json.at("is").dump());
    return {name, shape, json.value("must", false) ? Need::must : Need::may,
            json.value("longest", shape->longest)};
}

domain::Value valueOf(const Json& json) {
    if (json.is_number_integer()) return json.get<std::int64_t>();
    if (!json.is_array()) return json.get<std::string>();
    domain::Value::Array lines;
    for (const Json& line : json)
        lines.push_back(valueOf(line));
    return lines;
}

Area areaOf(const Json& json) {
    const auto sides = json.get<std::array<double, 4>>();
    return {sides[0], sides[1], sides[2], sides[3]};
}

void readTextStyle(const Json& json, Element& element) {
    const auto sizes = json.at("size").get<std::array<double, 2>>();
    element.largest = sizes[0];
    element.smallest = sizes[1];
    element.lines = json.value("lines", 1);
    element.weight = choice<Weight>(json, "weight", {{"bold", Weight::bold}}, Weight::regular);
    element.across =
        choice<Across>(json, "across", {{"centre", Across::centre}, {"end", Across::end}}, Across::start);
    element.down = choice<Down>(json, "down", {{"top", Down::top}}, Down::middle);
    element.cut = choice<Cut>(json, "cut", {{"never", Cut::never}}, Cut::ellipsis);
    element.ground = choice<Ground>(json, "ground", {{"black", Ground::black}}, Ground::white);
    element.breaks = choice<Breaks>(json, "breaks", {{"kept", Breaks::kept}}, Breaks::blanks);
}

Element elementOf(const Json& json) {
    static const std::map<std::string, Element::Kind> kinds{
        {"text", Element::Kind::text}, {"qr", Element::Kind::qr},   {"code128", Element::Kind::code128},
        {"gs1", Element::Kind::gs1},   {"bar", Element::Kind::bar}, {"frame", Element::Kind::frame}};
    for (const auto& [word, kind] : kinds) {
        if (!json.contains(word)) continue;
        Element element{kind, areaOf(json.at("at")), {}};
        if (kind == Element::Kind::text) {
            onlyMembers(json, {word, "at", "with", "without", "size", "lines", "weight", "across", "down",
                               "cut", "ground", "breaks"});
            readTextStyle(json, element);
        } else {
            onlyMembers(json, {word, "at", "with", "without"});
        }
        element.with = json.value("with", "");
        element.without = json.value("without", "");
        if (kind == Element::Kind::frame)
            element.largest = json.at(word).get<double>();
        else if (kind != Element::Kind::bar)
            element.says = piecesOf(json.at(word).get<std::string>());
        return element;
    }
    throw std::runtime_error("an element draws text, qr, code128, gs1, bar or frame");
}

/// Runs `read` and says where it was when something was wrong.
template <typename Read>
auto within(const std::string& where, Read read) {
    try {
        return read();
    } catch (const std::exception& error) {
        throw std::runtime_error(where + ": " + error.what());
    }
}

Layout layoutOf(const Json& json) {
    onlyMembers(json, {"size", "margin", "elements"});
    const auto paper = paperNamed(json.at("size").get<std::string>());
    if (!paper) throw std::runtime_error("this is no size of paper");
    const auto margin = json.value("margin", std::array<double, 2>{1, 1});
    Layout layout{*paper, margin[0], margin[1], {}};
    for (const Json& element : json.at("elements"))
        layout.elements.push_back(within(element.dump(), [&] { return elementOf(element); }));
    return layout;
}

LabelKind kindOf(std::string_view name, const Json& json) {
    onlyMembers(json, {"fields", "sample", "papers"});
    LabelKind kind{std::string(name), {}, {}, {}};
    for (const auto& field : json.at("fields").items())
        kind.fields.push_back(within(field.key(), [&] { return fieldOf(field.key(), field.value()); }));
    for (const auto& [field, value] : json.at("sample").items())
        kind.sample[field] = valueOf(value);
    for (const Json& paper : json.at("papers")) {
        kind.layouts.push_back(within(paper.at("size").dump(), [&] { return layoutOf(paper); }));
        within(paper.at("size").dump(), [&] { checkLayout(kind, kind.layouts.back()); });
    }
    return kind;
}

}  // namespace

LabelKind readLabelKind(std::string_view name, std::string_view json) {
    return within("labels/layouts/" + std::string(name) + ".json",
                  [&] { return kindOf(name, Json::parse(json)); });
}

}  // namespace remise::labels
