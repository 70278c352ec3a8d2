#include "drivers/printers/printers.h"

#include "drivers/printers/brother_ql/brother_ql_printer.h"
#include "drivers/printers/escpos/escpos_printer.h"
#include "drivers/printers/tcp/tcp_line.h"
#include "drivers/printers/virtual/virtual_printer.h"
#include "drivers/printers/zpl/zpl_printer.h"

namespace remise::drivers {
namespace {

std::unique_ptr<Printer> openTcp(std::string_view id, std::string_view where) {
    const std::string_view host = where.substr(0, where.find('/'));
    const std::string_view name = host.size() == where.size() ? "ZPL" : where.substr(host.size() + 1);
    const auto address = readTcpAddress(host);
    if (!address)
        throw NoSuchPrinter("\"" + std::string(host) +
                            "\" is no printer's address in this house (a private address, port 9100)");
    const auto model = modelNamed(name);
    if (!model) throw NoSuchPrinter("no printer model is called \"" + std::string(name) + "\"");
    return printerOn(std::make_unique<TcpLine>(*address), *model,
                     {.id = std::string(id),
                      .maker = std::string(model->maker),
                      .model = std::string(model->name),
                      .serial = {},
                      .language = {}});
}

}  // namespace

std::unique_ptr<Printer> printerOn(std::unique_ptr<Line> line, const PrinterModel& model,
                                   PrinterIdentity identity) {
    identity.language = languageOf(model);
    identity.resolution = model.resolution;
    if (const auto* ql = std::get_if<brother_ql::Model>(&model.language))
        return std::make_unique<brother_ql::BrotherQlPrinter>(std::move(identity), std::move(line), *ql);
    if (const auto* escpos = std::get_if<escpos::Model>(&model.language))
        return std::make_unique<escpos::EscposPrinter>(std::move(identity), std::move(line),
                                                       escpos->headWidth, escpos->cutter);
    return std::make_unique<zpl::ZplPrinter>(std::move(identity), std::move(line),
                                             std::get<zpl::Model>(model.language).headWidth);
}

std::unique_ptr<Printer> openPrinter(std::string_view id) {
    const std::string_view way = id.substr(0, id.find(':'));
    const std::string_view where = id.substr(std::min(way.size() + 1, id.size()));
    if (way == "tcp") return openTcp(id, where);
    if (way == "virtual" && !where.empty()) return std::make_unique<VirtualPrinter>(std::string(where));
    throw NoSuchPrinter("\"" + std::string(id) + "\" is no printer (tcp:ADDRESS, virtual:FOLDER)");
}

}  // namespace remise::drivers
