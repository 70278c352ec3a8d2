pragma ComponentBehavior: Bound
import QtQuick
import Remise

/// Two to four answers: one touch.
Grid {
    id: card

    required property WorkScreen work
    readonly property int count: work.answers.length
    readonly property int rowCount: Math.ceil(count / columns)

    columns: count === 3 ? 3 : 2
    spacing: 20

    Repeater {
        model: card.visible ? card.work.answers : []

        AnswerTile {
            required property var modelData
            required property int index

            width: (card.width - (card.columns - 1) * card.spacing) / card.columns
            height: (card.height - (card.rowCount - 1) * card.spacing) / card.rowCount
            label: modelData["label"]
            icon: modelData["icon"]
            sign: modelData["sign"]
            onTouched: card.work.answer(index)
        }
    }
}
