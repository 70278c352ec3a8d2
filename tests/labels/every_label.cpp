#include "tests/labels/every_label.h"

namespace remise::test {
namespace {

using domain::Value;
using namespace labels;

/// A name as long as those of machines and places are, one word, and the lines of an address.
struct Script {
    std::string_view name;
    std::string_view text;
    std::string_view word;
    std::vector<std::string_view> lines;
};

const Script scripts[] = {
    {"accents",
     "Écran à côté du Noël — «œuvre» où ç'était gâché",
     "Zoë-Françoise",
     {"Médiathèque de l'Île-d'Yeu", "À l'attention d'Anaïs Lefèvre", "3, allée du Château-d'Œx",
      "85350 L'ÎLE-D'YEU"}},
    {"vietnamese",
     "Máy tính xách tay đã được sửa chữa",
     "Nguyễn",
     {"Hội những người bạn kỹ thuật số", "Bà Nguyễn Thị Thùy Dương", "12 đường Trần Hưng Đạo", "Hà Nội"}},
    {"arabic",
     "حاسوب محمول لينوفو T480 مع شاحن",
     "أمينة",
     {"جمعية أصدقاء الرقمنة", "السيدة فاطمة الزهراء", "شارع الحرية رقم 12", "93200 سان دوني"}},
    {"korean",
     "노트북 컴퓨터와 충전기 포함",
     "지우",
     {"디지털 친구들 협회", "김지우 귀하", "세종대로 110", "서울 04524"}},
    {"hebrew",
     "מחשב נייד לנובו T480 עם מטען",
     "נועה",
     {"עמותת ידידי הדיגיטל", "גב' רחל לוי", "רחוב הרצל 12", "תל אביב 6688312"}},
};

/// The sample, with words of the script wherever anything may be written; numbers of makers and of ours stay.
Value inScript(const LabelKind& kind, const Script& script) {
    constexpr std::size_t shortest = 60;
    Value data = kind.sample;
    for (const Field& field : kind.fields) {
        if (field.shape->name == "first_name") data[field.name] = std::string(script.word);
        if (field.shape->name == "lines")
            data[field.name] = Value::Array(script.lines.begin(), script.lines.end());
        if (field.shape->name == "text" && field.longest >= shortest)
            data[field.name] = std::string(script.text);
    }
    return data;
}

Value longestOf(const LabelKind& kind) {
    Value data;
    for (const Field& field : kind.fields)
        data[field.name] = field.shape->worst(field);
    return data;
}

Value barestOf(const LabelKind& kind) {
    Value data;
    for (const Field& field : kind.fields)
        if (field.need == Need::must) data[field.name] = kind.sample[field.name];
    return data;
}

}  // namespace

std::vector<Wording> wordingsFor(const LabelKind& kind) {
    std::vector<Wording> all{
        {"sample", kind.sample}, {"longest", longestOf(kind)}, {"barest", barestOf(kind)}};
    for (const std::string name : {"sample", "longest"}) {
        all.push_back({name + " in English", name == "sample" ? kind.sample : longestOf(kind)});
        all.back().data["lang"] = "en";
    }
    for (const Script& script : scripts)
        all.push_back({std::string(script.name), inScript(kind, script)});
    return all;
}

bool keepsMargins(const Bitmap& picture, const Layout& layout, Resolution resolution) {
    const Dots across = fromMillimetres({layout.marginAcross}, resolution) - 1;
    const Dots along = fromMillimetres({layout.marginAlong}, resolution) - 1;
    for (Dots y = 0; y < picture.height(); ++y)
        for (Dots x = 0; x < picture.width(); ++x)
            if ((x < across || y < along || x >= picture.width() - across || y >= picture.height() - along) &&
                picture.isBlack(x, y))
                return false;
    return true;
}

std::vector<Expected> barcodesOn(const LabelKind& kind, const Layout& layout, const Value& data) {
    std::vector<Expected> all;
    for (const Element& element : layout.elements) {
        if (!element.isBarcode() || !element.isWanted(data)) continue;
        std::string text;
        for (const Piece& piece : element.says)
            text += piece.kind == Piece::Kind::field ? coded(*kind.field(piece.text), data) : piece.text;
        const bool isGs1 = element.kind == Element::Kind::gs1;
        all.push_back({element.kind == Element::Kind::qr ? "QRCode" : "Code128", text, isGs1 ? "]C1" : ""});
    }
    return all;
}

}  // namespace remise::test
