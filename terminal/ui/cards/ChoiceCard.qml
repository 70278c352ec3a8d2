import QtQuick
import Remise

/// Two to four answers, or up to six of which any may be touched before "that is all".
Item {
    id: card

    required property WorkScreen work
    required property var words
    readonly property bool several: work.layout === "several"
    readonly property int count: work.answers.length
    readonly property int columns: count === 3 && !several ? 3 : 2
    readonly property int rows: Math.ceil(count / columns)

    Grid {
        id: grid

        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: card.several ? all.top : parent.bottom }
        anchors.bottomMargin: card.several ? spacing : 0
        columns: card.columns
        spacing: card.several ? 12 : 20

        Repeater {
            model: card.work.answers

            AnswerTile {
                required property var modelData
                required property int index

                wide: card.several
                width: (grid.width - (card.columns - 1) * grid.spacing) / card.columns
                height: (grid.height - (card.rows - 1) * grid.spacing) / card.rows
                label: modelData["label"]
                icon: modelData["icon"]
                sign: modelData["sign"]
                chosen: modelData["chosen"]
                onTouched: card.work.answer(index)
            }
        }
    }

    MainAction {
        id: all

        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: 90
        visible: card.several
        enabled: card.work.canConfirm
        icon: "check"
        label: card.words["card.that_is_all"]
        onTouched: card.work.confirm()
    }
}
