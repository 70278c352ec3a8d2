#include "server/workshop/station_title.h"

#include <map>

#include "server/domain/embedded.h"
#include "server/wire/json.h"

namespace remise::workshop {

using namespace domain;

namespace {

std::map<std::string, Value> readTitles() {
    std::map<std::string, Value> titles;
    for (const auto& [file, text] : embedded::procedures())
        if (const auto procedure = wire::readJson(text))
            titles.emplace(procedure->textOr("station"), (*procedure)["title"]);
    return titles;
}

}  // namespace

std::string stationTitle(const std::string& station, Language language) {
    static const auto titles = readTitles();
    const auto found = titles.find(station);
    return found == titles.end() ? station : found->second.textOr(languageTag(language), station);
}

}  // namespace remise::workshop
