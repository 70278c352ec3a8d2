#include "drivers/printers/printers.h"

#include <algorithm>

#include "drivers/printers/brother_ql/brother_ql_printer.h"
#include "drivers/printers/escpos/escpos_printer.h"
#include "drivers/printers/plugged_in.h"
#include "drivers/printers/tcp/tcp_line.h"
#include "drivers/printers/usb_id.h"
#include "drivers/printers/virtual/virtual_printer.h"
#include "drivers/printers/zpl/zpl_printer.h"
#include "drivers/usb/usb_line.h"

namespace remise::drivers {
namespace {

/// The part before the next slash, which goes away with it.
std::string_view nextPart(std::string_view& path) {
    const std::string_view part = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(part.size() + 1, path.size()));
    return part;
}

PrinterModel networkModel(std::string_view name) {
    const auto model = modelNamed(name.empty() ? "ZPL" : name);
    if (!model) throw NoSuchPrinter("no printer model is called \"" + std::string(name) + "\"");
    return *model;
}

std::unique_ptr<Printer> openTcp(std::string_view id, std::string_view where) {
    const std::string_view host = nextPart(where), name = nextPart(where), roll = nextPart(where);
    const auto address = readTcpAddress(host);
    if (!address)
        throw NoSuchPrinter("\"" + std::string(host) +
                            "\" is no printer's address in this house (a private address, port 9100)");
    const PrinterModel model = networkModel(name);
    const auto medium = brother_ql::mediumNamed(roll);
    if (!roll.empty() && !medium) throw NoSuchPrinter("no roll is called \"" + std::string(roll) + "\"");
    PrinterIdentity identity{.id = std::string(id),
                             .maker = std::string(model.maker),
                             .model = std::string(model.name),
                             .serial = {},
                             .language = {}};
    return printerOn(std::make_unique<TcpLine>(*address), model, std::move(identity), medium);
}

PrinterIdentity identityOf(const UsbId& usb, const DeviceId& said, const std::optional<PrinterModel>& model) {
    PrinterIdentity identity{
        .id = textOf(usb), .maker = said.maker, .model = said.model, .serial = usb.serial, .language = {}};
    if (!model) return identity;
    if (identity.maker.empty()) identity.maker = model->maker;
    if (identity.model.empty()) identity.model = model->name;
    identity.language = languageOf(*model);
    identity.resolution = model->resolution;
    return identity;
}

/// None when nobody knows what it speaks before it is there to tell.
std::unique_ptr<Printer> openIfKnown(const UsbId& usb) {
    auto line = std::make_unique<usb::UsbLine>(usb::Numbers{usb.vendor, usb.product}, usb.serial);
    const auto answer = line->deviceId();
    const DeviceId said = readDeviceId(answer.value_or(""));
    const auto model = modelOf(said, usb.vendor, usb.product);
    if (!model && answer) throw NoSuchPrinter(textOf(usb) + " speaks no language that we know");
    return model ? printerOn(std::move(line), *model, identityOf(usb, said, model)) : nullptr;
}

std::unique_ptr<Printer> openUsb(std::string_view id) {
    const auto usb = readUsbId(id);
    if (!usb) throw NoSuchPrinter("\"" + std::string(id) + "\" is not of the form usb:VENDOR:PRODUCT:SERIAL");
    if (auto printer = openIfKnown(*usb)) return printer;
    return std::make_unique<PluggedIn>([usb] { return openIfKnown(*usb); },
                                       identityOf(*usb, {}, std::nullopt));
}

}  // namespace

std::vector<PrinterIdentity> findPrinters() {
    std::vector<PrinterIdentity> found;
    for (const usb::UsbPrinter& printer : usb::usbPrinters()) {
        const auto [vendor, product] = printer.numbers;
        DeviceId said = readDeviceId(printer.deviceId);
        if (said.maker.empty()) said.maker = printer.maker;
        if (said.model.empty()) said.model = printer.model;
        auto identity = identityOf({vendor, product, printer.serial}, said, modelOf(said, vendor, product));
        if (printer.isRefused) identity.language.clear();
        identity.isSilent = identity.language.empty() && printer.deviceId.empty();
        found.push_back(std::move(identity));
    }
    std::ranges::sort(found, {}, &PrinterIdentity::id);
    return found;
}

std::unique_ptr<Printer> printerOn(std::unique_ptr<Line> line, const PrinterModel& model,
                                   PrinterIdentity identity, std::optional<brother_ql::Medium> toldRoll) {
    identity.language = languageOf(model);
    identity.resolution = model.resolution;
    if (const auto* ql = std::get_if<brother_ql::Model>(&model.language))
        return std::make_unique<brother_ql::BrotherQlPrinter>(std::move(identity), std::move(line), *ql,
                                                              toldRoll);
    if (const auto* escpos = std::get_if<escpos::Model>(&model.language))
        return std::make_unique<escpos::EscposPrinter>(std::move(identity), std::move(line),
                                                       escpos->headWidth, escpos->cutter);
    return std::make_unique<zpl::ZplPrinter>(std::move(identity), std::move(line),
                                             std::get<zpl::Model>(model.language).headWidth);
}

std::unique_ptr<Printer> openPrinter(std::string_view id) {
    const std::string_view way = id.substr(0, id.find(':'));
    const std::string_view where = id.substr(std::min(way.size() + 1, id.size()));
    if (way == "usb") return openUsb(id);
    if (way == "tcp") return openTcp(id, where);
    if (way == "virtual" && !where.empty()) return std::make_unique<VirtualPrinter>(std::string(where));
    throw NoSuchPrinter("\"" + std::string(id) +
                        "\" is no printer (usb:VENDOR:PRODUCT:SERIAL, tcp:ADDRESS, virtual:FOLDER)");
}

std::optional<PrinterIdentity> identityNow(std::string_view id) {
    if (!id.starts_with("usb:")) return openPrinter(id)->identity();
    const auto found = findPrinters();
    const auto there = std::ranges::find(found, id, &PrinterIdentity::id);
    return there == found.end() ? std::nullopt : std::optional(*there);
}

}  // namespace remise::drivers
