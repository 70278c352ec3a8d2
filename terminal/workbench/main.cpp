// remise-workbench: on the machine under test. It says what the machine is, and erases its drives.
#include <algorithm>
#include <functional>
#include <iostream>
#include <map>

#include "terminal/workbench/commands.h"

namespace {

using remise::domain::cli::UsageError;
using remise::domain::cli::Words;
namespace workbench = remise::workbench;

constexpr std::string_view help = R"(remise-workbench: know a machine, erase its drives

  remise-workbench inventory [--keep FOLDER] [--bundle FILE]
                                  asks the tools of this machine who it is, and prints it as JSON; what they said is kept
                                  in FOLDER, a file each, or in FILE as the server takes it
  remise-workbench inventory --from FOLDER     the same of outputs gathered elsewhere: dmidecode.txt, lshw.json, lscpu.txt,
                                  lspci.txt, nvme.json, smartctl*.json, *.edid and others, any of them; a file is known by
                                  what it says, not by its name
  remise-workbench erase --job FILE… --key FILE [--drive SERIAL]…
                                  erases the drives that the job names, or those of them that are named here, all at
                                  once, and reads each again. FILE: the job that the server signed, its public key. A
                                  rack of drives has several jobs; --report then names a folder, with a file for each
  remise-workbench verify --drive SERIAL… [--erasure REPORT] [--extent full_read|sampled]
                                  reads drives again, writing nothing: do they hold what the report says, or one and
                                  the same byte all over?
  remise-workbench test --job FILE --key FILE [--load-seconds N]
                                  does those of the job's tests that need no hands, and names in "left" those that do
  remise-workbench report [--parcels DIR]
                                  what the server has not taken yet, and what it refused, as it would be sent
  remise-workbench bench [--once] [--trace] [--set-clock] [--site DIR] [--stick DIR]
                                  [--parcels DIR]
                                  what the live image runs: the machine describes itself to the server, waits for the job
                                  that somebody's scan makes, does it, and tells how it stands all the while
  remise-workbench enrol --site DIR --code CODE [--name NAME]
                                  trades the one-time code of `remise-admin enrol-terminal` for the benches' token, and
                                  writes it into the folder of which the live image is made; DIR/server says where

  erase, verify, test and report: --report FILE (standard output). Those that erase or read drives: --progress json
  (a line twice a second), --patience SECONDS with a drive that answers nothing (180), --thaw (sleep once, when drives
  are frozen), --boot-medium NAME (one more drive to leave alone), --allow-removable (sticks and cards too), --allow-loop
  (files and mappings too: for tests)
)";

int run(Words words) {
    const std::map<std::string_view, std::function<int(Words)>> commands{
        {"inventory", workbench::inventory}, {"erase", workbench::erase},   {"verify", workbench::verify},
        {"test", workbench::test},           {"report", workbench::report}, {"bench", workbench::bench},
        {"enrol", workbench::enrol}};
    const auto asksForHelp = [](std::string_view word) { return word == "--help" || word == "-h"; };
    if (words.empty() || std::ranges::any_of(words, asksForHelp)) {
        (words.empty() ? std::cerr : std::cout) << help;
        return words.empty() ? 2 : 0;
    }
    const auto command = commands.find(words[0]);
    if (command == commands.end()) throw UsageError("unknown command " + std::string(words[0]));
    return command->second(words.subspan(1));
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string_view> words(arguments + 1, arguments + count);
    try {
        return run(words);
    } catch (const UsageError& error) {
        std::cerr << "remise-workbench: " << error.what() << " (remise-workbench --help)\n";
        return 2;
    } catch (const std::exception& error) {
        std::cerr << "remise-workbench: " << error.what() << '\n';
        return 3;
    }
}
