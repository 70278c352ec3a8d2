#include "drivers/printers/zpl/zpl.h"
#include "labels/badge_card.h"
#include "labels/remise_label/words.h"
#include "labels/unit_label.h"
#include "server/domain/codes.h"

namespace remise::labels::cli {
namespace {

std::string codeOf(const Options& options, domain::CodeKind kind, std::string_view called) {
    const std::string code = required(options, "--code");
    if (domain::codeKind(code) != kind)
        throw UsageError("\"" + code + "\" is no code of " + std::string(called) +
                         " (letters BCDEFGHJKLNPRSTUVX, the last one checks the others)");
    return domain::normaliseScan(code);
}

std::string webAddress(const Options& options) {
    const std::string url = required(options, "--url");
    if (!url.starts_with("https://") && !url.starts_with("http://"))
        throw UsageError("--url must begin with https:// or http://, not \"" + url + "\"");
    return url;
}

Bitmap drawn(std::string_view kind, const Options& options) {
    if (kind == "unit") {
        const auto text = options.find("--text");
        return drawUnitLabel({codeOf(options, domain::CodeKind::unit, "a unit"), webAddress(options),
                              std::string(text == options.end() ? "" : text->second)});
    }
    return drawBadgeCard({codeOf(options, domain::CodeKind::badge, "a badge"), required(options, "--name")});
}

}  // namespace

int draw(Words words) {
    const std::string_view kind = words.empty() ? "" : words[0];
    if (kind != "unit" && kind != "badge") throw UsageError("draw what? unit or badge");
    const Options options = kind == "unit"
                                ? optionsOf(words.subspan(1), {"--code", "--url", "--text", "--png", "--zpl"})
                                : optionsOf(words.subspan(1), {"--code", "--name", "--png", "--zpl"});
    if (!options.contains("--png") && !options.contains("--zpl"))
        throw UsageError("where to? --png FILE or --zpl FILE");
    const Bitmap picture = drawn(kind, options);
    if (options.contains("--png")) save(required(options, "--png"), toPng(picture));
    if (options.contains("--zpl")) save(required(options, "--zpl"), drivers::zpl::encode(picture));
    return 0;
}

}  // namespace remise::labels::cli
