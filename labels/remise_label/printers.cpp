#include "drivers/printers/printers.h"

#include <algorithm>
#include <iostream>

#include "labels/remise_label/printer_states.h"
#include "labels/remise_label/wait.h"
#include "labels/remise_label/words.h"
#include "server/domain/value.h"

namespace remise::labels::cli {
namespace {

struct Asked {
    drivers::PrinterIdentity identity;
    drivers::PrinterStatus status;
};

Asked ask(const std::string& id) {
    const auto printer = drivers::openPrinter(id);
    const drivers::PrinterStatus status = printer->status();
    return {printer->identity(), status};
}

/// One that is plugged in and offline all the same is not ours to use.
void tellWhatToDo(const std::vector<Asked>& pluggedIn) {
    if (pluggedIn.empty())
        std::cerr << "remise-label: no printer is plugged in; one on the network: remise-label printers "
                     "tcp:ADDRESS\n";
    const bool isRefused = std::ranges::any_of(
        pluggedIn, [](const Asked& asked) { return asked.status.state == drivers::PrinterState::offline; });
    if (isRefused)
        std::cerr
            << "remise-label: another program has the printer, or you may not use it: docs/drivers.md says "
               "how to get the right to it\n";
}

/// One whose language nobody knows is named all the same.
Asked unspoken(const drivers::PrinterIdentity& identity) {
    if (identity.isSilent)
        return {identity, {drivers::PrinterState::offline, "no right to it, or it does not answer yet"}};
    return {identity, {drivers::PrinterState::unclear, "known as a printer, no language of ours"}};
}

/// All that are plugged in.
std::vector<Asked> askAll() {
    std::vector<Asked> all;
    for (const drivers::PrinterIdentity& identity : drivers::findPrinters())
        all.push_back(identity.language.empty() ? unspoken(identity) : ask(identity.id));
    return all;
}

domain::Value jsonOf(const Asked& asked) {
    return domain::Value::Object{{"id", asked.identity.id},
                                 {"maker", asked.identity.maker},
                                 {"model", asked.identity.model},
                                 {"serial", asked.identity.serial},
                                 {"language", asked.identity.language},
                                 {"state", wordOf(asked.status.state)},
                                 {"detail", asked.status.detail}};
}

void tell(const Asked& asked) {
    std::cout << asked.identity.id << "   " << asked.identity.maker << ' ' << asked.identity.model << "   "
              << sentenceOf(asked.status) << '\n';
}

}  // namespace

int printers(Words words) {
    if (words.size() == 1 && words[0] == "--wait") {
        awaitReadyPrinter();
        words = {};
    }
    const bool isJson = std::ranges::find(words, "--json") != words.end();
    std::vector<Asked> all;
    for (const std::string_view word : words) {
        if (word == "--json") continue;
        if (word.starts_with('-')) throw UsageError("unknown option " + std::string(word));
        all.push_back(ask(std::string(word)));
    }
    const bool isAboutAll = words.size() == (isJson ? 1U : 0U);
    if (isAboutAll) all = askAll();
    if (isJson) {
        domain::Value::Array list;
        std::ranges::transform(all, std::back_inserter(list), jsonOf);
        std::cout << canonicalJson(list) << '\n';
    } else {
        std::ranges::for_each(all, tell);
    }
    if (isAboutAll && !isJson) tellWhatToDo(all);
    const bool allReady = std::ranges::all_of(
        all, [](const Asked& asked) { return asked.status.state == drivers::PrinterState::ready; });
    return allReady && !all.empty() ? 0 : 1;
}

}  // namespace remise::labels::cli
