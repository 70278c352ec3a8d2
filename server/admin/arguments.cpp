#include "server/admin/arguments.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace remise::admin {

const std::string_view usage =
    "usage: remise-admin COMMAND --data DIR [options]\n"
    "  migrate                            bring the database to this program's shape\n"
    "  verify [--seals DIR]               replay every ledger, check every hash, row and seal, and\n"
    "                                     the seals that were kept elsewhere\n"
    "  seal [--seals-to DIR]              seal the ledger now, and print the seal\n"
    "  prove --unit CODE -o FILE [--seal] the proof of one unit, for whoever has the public keys, as\n"
    "                                     it stood at the newest seal; --seal makes one first\n"
    "  keys                               print the public keys that seals are checked with\n"
    "  new-seal-key                       sign with a new key from now on; the old public keys stay\n"
    "  seed                               load the demo site\n"
    "  backup --to PLACE [--keep N]       copy everything, while work goes on; with --keep, PLACE is a\n"
    "                                     folder, and the N newest backups in it stay\n"
    "  restore --from BACKUP              bring a backup back into DIR, which must be empty\n"
    "          [--binlogs DIR]            and what the binary logs hold since\n"
    "          [--until 'YYYY-MM-DD HH:MM:SS']   as it was before that moment of this machine's time\n"
    "  reparse                            read every kept inventory again, by the parsers of today\n"
    "  add-staff --email E --name N --role leader|logistics|team|manager|admin --site S\n"
    "  add-worker --site S [--role worker|leader|logistics]\n"
    "  enrol-terminal --site S [--station NAME]   a code to type on one new terminal\n"
    "  revoke-terminal --site S --name N  a terminal, by name or id, may not come any more\n"
    "  revoke-badges --site S --name N    a person's badges do not work any more\n"
    "--seal-key FILE says where the signing key is (DIR/keys/seal-key.pem), --seals and --seals-to\n"
    "where the seals are (DIR/seals).\n"
    "REMISE_DATABASE names an outside database. Exit 0 only when all is well.\n";

namespace {

struct Form {
    std::string_view command;
    std::vector<std::string_view> options;
};

/// What each command heeds. An option that nobody heeds is refused: `--untill` must not bring back the
/// newest.
const std::array forms{
    Form{"migrate", {"data"}},
    Form{"verify", {"data", "seals", "seals-to", "seal-key"}},
    Form{"seal", {"data", "seals", "seals-to", "seal-key"}},
    Form{"prove", {"data", "unit", "output", "seal", "seals", "seals-to", "seal-key"}},
    Form{"keys", {"data", "seal-key"}},
    Form{"new-seal-key", {"data", "seal-key"}},
    Form{"seed", {"data", "url"}},
    Form{"backup", {"data", "to", "keep", "seal-key"}},
    Form{"restore", {"data", "from", "binlogs", "until", "seals", "seals-to", "seal-key"}},
    Form{"reparse", {"data"}},
    Form{"add-staff", {"data", "email", "name", "role", "site"}},
    Form{"add-worker", {"data", "role", "site"}},
    Form{"enrol-terminal", {"data", "site", "station"}},
    Form{"revoke-terminal", {"data", "site", "name"}},
    Form{"revoke-badges", {"data", "site", "name"}},
};

const Form& formOf(std::string_view command) {
    const auto found = std::ranges::find(forms, command, &Form::command);
    if (found == forms.end()) throw WrongUse(std::string(command) + ": no such command");
    return *found;
}

/// Without its dashes.
std::string optionNamed(const std::string& typed, const Form& form) {
    const std::string name = typed == "-o" ? "output" : typed.starts_with("--") ? typed.substr(2) : "";
    if (std::ranges::find(form.options, name) == form.options.end())
        throw WrongUse(typed + ": unknown to " + std::string(form.command));
    return name;
}

}  // namespace

std::string Arguments::need(const std::string& name) const {
    const auto found = get(name);
    if (!found) throw WrongUse("--" + name + " is missing");
    return *found;
}

std::optional<std::string> Arguments::get(const std::string& name) const {
    const auto found = options.find(name);
    return found == options.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> Arguments::count(const std::string& name) const {
    const auto text = get(name);
    if (!text) return {};
    std::size_t number = 0;
    const char* const last = text->data() + text->size();
    const auto [end, error] = std::from_chars(text->data(), last, number);
    if (error != std::errc() || end != last || number == 0)
        throw WrongUse("--" + name + ": a number, 1 or more, and not '" + *text + "'");
    return number;
}

Arguments readArguments(int argc, const char* const* argv) {
    if (argc < 2) throw WrongUse("which command?");
    const Form& form = formOf(argv[1]);
    Arguments arguments{argv[1], {}};
    for (int i = 2; i < argc; ++i) {
        const std::string typed = argv[i], name = optionNamed(typed, form);
        std::string value;
        if (name != "seal") {
            if (++i == argc) throw WrongUse(typed + ": its value is missing");
            value = argv[i];
            if (value.empty()) throw WrongUse(typed + ": its value is empty");
        }
        if (!arguments.options.emplace(name, value).second) throw WrongUse(typed + " is given twice");
    }
    return arguments;
}

}  // namespace remise::admin
