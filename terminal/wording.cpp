#include "terminal/wording.h"

#include <QFile>
#include <stdexcept>

#include "server/wire/json.h"
#include "terminal/card_view.h"

namespace remise::terminal {

QVariantMap wordingIn(domain::Language language) {
    const QString name = ":/remise/strings/" + asQString(domain::languageTag(language)) + ".json";
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) throw std::runtime_error("Cannot open " + name.toStdString());
    const auto read = wire::readJson(file.readAll().toStdString());
    if (!read || !read->isObject())
        throw std::runtime_error("Not a catalogue of strings: " + name.toStdString());
    QVariantMap wording;
    for (const auto& [key, text] : read->object())
        wording[asQString(key)] = asQString(text.text());
    return wording;
}

}  // namespace remise::terminal
