import QtQuick
import Remise

/// Two to four answers, or up to six of which any may be touched before "that is all".
Item {
    id: card

    required property WorkScreen work
    required property var words
    readonly property bool several: work.layout === "several"
    readonly property int count: work.answers.length
    readonly property int rows: Math.ceil(count / 2)

    Grid {
        id: grid

        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: card.several ? all.top : parent.bottom }
        anchors.bottomMargin: card.several ? 20 : 0
        columns: 2
        spacing: 20

        Repeater {
            model: card.work.answers

            AnswerTile {
                required property var modelData
                required property int index

                width: (grid.width - grid.spacing) / 2
                height: Math.min(300, (grid.height - (card.rows - 1) * grid.spacing) / card.rows)
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
        visible: card.several
        enabled: card.work.canConfirm
        icon: "check"
        label: card.words["card.that_is_all"]
        onTouched: card.work.confirm()
    }
}
