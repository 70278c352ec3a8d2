#pragma once

#include <QString>
#include <QVariantList>
#include <QVariantMap>

#include "server/domain/language.h"
#include "server/domain/value.h"
#include "terminal/client.h"
#include "terminal/procedure_player.h"

/// What the cards show, from what they are: pure translations into what QML can draw.
namespace remise::terminal {

QString asQString(std::string_view text);

/// go, wait, stop, info; empty for none.
QString signName(Sign);

/// How a card is laid out: scan, choice, several, number, pin, list, bench.
QString layoutOf(const Card&);

/// The things to look at: [{label, icon}].
QVariantList pointsOf(const Card&, domain::Language);

/// What can be touched: [{label, detail, icon, sign, chosen}], in the order of their indexes.
QVariantList answersOf(const ProcedurePlayer&, domain::Language);

/// The unit in hand: {code, name, place, steps: [{word, state: done|now|later}]}; empty before one is known.
QVariantMap unitOf(const domain::Value& unit, domain::Language);

/// The picture of a kind of thing to scan.
QString pictureOf(Expect);

/// A trouble as the right half shows it: {code, text, sign}. The sign says stop, or only wait.
QVariantMap viewOf(const Trouble& trouble);

}  // namespace remise::terminal
