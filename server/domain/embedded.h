#pragma once

#include <map>
#include <string_view>

/// Files that were made part of the program at build time (path below their folder → bytes).
/// One function per set; the build writes their definitions (see `remise_embed` in CMakeLists.txt).
namespace remise::embedded {

using Files = std::map<std::string_view, std::string_view>;

const Files& migrations();    ///< db/migrations/*.sql
const Files& templates();     ///< server/*/templates/*.html, path below server/
const Files& staticFiles();   ///< server/static/*
const Files& strings();       ///< server/static/strings/*.json
const Files& procedures();    ///< server/workshop/procedures/*.json
const Files& labelFonts();    ///< labels/fonts/*.ttf
const Files& labelLayouts();  ///< labels/layouts/*.json
const Files& labelWords();    ///< labels/words/*.json

}  // namespace remise::embedded
