#include "server/identity/bird_names.h"

#include <algorithm>

#include "server/identity/secrets.h"

namespace remise::identity {
namespace {

constexpr std::string_view birds[] = {
    "hirondelle",    "mésange",      "rouge-gorge",    "merle",      "pinson",      "moineau",  "alouette",
    "bergeronnette", "fauvette",     "linotte",        "loriot",     "martinet",    "huppe",    "sittelle",
    "verdier",       "chardonneret", "bouvreuil",      "roitelet",   "troglodyte",  "grive",    "étourneau",
    "geai",          "tourterelle",  "martin-pêcheur", "guêpier",    "rousserolle", "tarin",    "accenteur",
    "bruant",        "pipit",        "traquet",        "gobemouche", "cigogne",     "héron",    "aigrette",
    "grèbe",         "avocette",     "courlis",        "sterne",     "macareux",    "goéland",  "cormoran",
    "milan",         "faucon",       "chouette",       "hulotte",    "épervier",    "balbuzard"};

bool isTaken(const std::vector<std::string>& taken, std::string_view name) {
    return std::find(taken.begin(), taken.end(), name) != taken.end();
}

}  // namespace

std::span<const std::string_view> birdNames() {
    return birds;
}

std::string freeBirdName(const std::vector<std::string>& taken) {
    for (int round = 1;; ++round) {
        std::vector<std::string> free;
        for (const auto bird : birds) {
            std::string name(bird);
            if (round > 1) name += " " + std::to_string(round);
            if (!isTaken(taken, name)) free.push_back(std::move(name));
        }
        if (!free.empty()) return free[randomBelow(static_cast<std::uint32_t>(free.size()))];
    }
}

}  // namespace remise::identity
