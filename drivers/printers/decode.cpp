#include "drivers/printers/decode.h"

#include <algorithm>

#include "drivers/printers/brother_ql/brother_ql_decoder.h"
#include "drivers/printers/escpos/escpos_decoder.h"
#include "drivers/printers/zpl/zpl_decoder.h"

namespace remise::drivers {

std::vector<labels::Bitmap> decode(std::string_view stream) {
    // NULs and ESC @ begin both of the others; the first command behind them decides.
    std::size_t at = 0;
    while (at < stream.size() && (stream[at] == '\0' || stream.substr(at).starts_with("\x1b@")))
        at += stream[at] == '\0' ? 1 : 2;
    const std::string_view rest = stream.substr(at);
    if (rest.starts_with("\x1bi") || rest.starts_with("g") || rest.starts_with("M"))
        return brother_ql::decode(stream);
    if (rest.starts_with("\x1d") || rest.starts_with("\x10")) return escpos::decode(stream);
    const std::size_t text = std::min(stream.find_first_not_of(" \r\n"), stream.size());
    if (stream.substr(text).starts_with("^") || stream.substr(text).starts_with("~"))
        return zpl::decode(stream);
    throw StreamError("no language that we know (ZPL, Brother QL, ESC/POS)", at);
}

}  // namespace remise::drivers
