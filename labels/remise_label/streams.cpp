#include "labels/remise_label/streams.h"

#include <cmath>

#include "drivers/printers/brother_ql/brother_ql.h"
#include "drivers/printers/models.h"

namespace remise::labels::cli {
namespace {

namespace ql = drivers::brother_ql;
namespace escpos = drivers::escpos;

/// The model that --model names, which must speak the file's language.
template <typename Language>
drivers::PrinterModel modelIn(const Options& options, std::string_view usual) {
    const auto given = options.find("--model");
    const std::string name(given == options.end() ? usual : given->second);
    const auto model = drivers::modelNamed(name);
    if (!model || !std::holds_alternative<Language>(model->language))
        throw UsageError("--model " + name + " is no printer for such a file (docs/drivers.md)");
    return *model;
}

drivers::PrinterModel qlModel(const Options& options) {
    return modelIn<ql::Model>(options, "QL-820NWB");
}

drivers::PrinterModel escposModel(const Options& options) {
    return modelIn<escpos::Model>(options, "ESC-POS");
}

/// A roll of labels of this size, else the narrowest endless one that takes it.
ql::Medium rollFor(const Bitmap& label, Resolution resolution) {
    const auto sides = [&](Dots dots) {
        return std::to_string(std::lround(dots / resolution.dotsPerMillimetre));
    };
    for (const std::string& name :
         {sides(label.width()) + "x" + sides(label.height()), std::string("62"), std::string("102")}) {
        const auto roll = ql::mediumNamed(name);
        if (roll && ql::fitted(label, *roll)) return *roll;
    }
    throw UsageError("no roll takes a label of " + sides(label.width()) + " x " + sides(label.height()) +
                     " mm");
}

}  // namespace

Resolution resolutionForQl(const Options& options) {
    return qlModel(options).resolution;
}

Resolution resolutionForEscpos(const Options& options) {
    return escposModel(options).resolution;
}

std::string qlStream(const std::vector<Bitmap>& labels, const Options& options) {
    const auto model = qlModel(options);
    const auto& language = std::get<ql::Model>(model.language);
    std::string bytes = ql::beginning(language);
    for (const Bitmap& label : labels) {
        const ql::Medium roll = rollFor(label, model.resolution);
        bytes += ql::encode(*ql::fitted(label, roll), roll, language).whole();
    }
    return bytes;
}

std::string escposStream(const std::vector<Bitmap>& labels, const Options& options) {
    const auto language = std::get<escpos::Model>(escposModel(options).language);
    std::string bytes;
    for (const Bitmap& label : labels) {
        if (label.width() > language.headWidth)
            throw UsageError("the label is wider than the printer's head");
        bytes += escpos::encode(label, language.headWidth, language.cutter);
    }
    return bytes;
}

}  // namespace remise::labels::cli
