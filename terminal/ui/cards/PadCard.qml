pragma ComponentBehavior: Bound
import QtQuick
import Remise

/// A number or a PIN on large keys.
Item {
    id: card

    required property WorkScreen work
    readonly property int gap: 10
    readonly property int keyHeight: Math.min(110, (height - 3 * gap) / 4)
    readonly property int keyWidth: 118

    Column {
        anchors { left: parent.left; right: keys.left; rightMargin: 28; top: parent.top }
        spacing: 20

        Rectangle {
            width: parent.width
            height: 110
            radius: Tokens.corner
            color: "white"
            border { width: 2; color: Tokens.line }

            Said {
                anchors.centerIn: parent
                text: (card.work.typed === "" ? "–" : card.work.typed)
                    + (card.work.typedUnit === "" ? "" : "\u00a0" + card.work.typedUnit)
                strong: true
                font.pixelSize: 48
                font.letterSpacing: 2
                color: card.work.typed === "" ? Tokens.line : Tokens.ink
            }
        }

        MainAction {
            width: parent.width
            height: 110
            enabled: card.work.canConfirm
            icon: "check"
            label: "OK"
            onTouched: card.work.confirm()
        }

        Touchable {
            visible: card.work.skipLabel !== ""
            width: parent.width
            height: 92
            touchLabel: card.work.skipLabel
            onTouched: card.work.skip()

            Said {
                anchors.centerIn: parent
                text: card.work.skipLabel
                font.pixelSize: 26
            }
        }
    }

    Grid {
        id: keys

        anchors { right: parent.right; top: parent.top }
        columns: 3
        spacing: card.gap

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", card.work.takesDecimals ? "," : "", "0", "back"]

            Touchable {
                id: key

                required property string modelData

                width: card.keyWidth
                height: card.keyHeight
                opacity: modelData === "" ? 0 : 1
                enabled: modelData !== ""
                touchLabel: modelData
                onTouched: card.work.press(key.modelData)

                Said {
                    anchors.centerIn: parent
                    visible: key.modelData !== "back"
                    text: key.modelData
                    strong: true
                    font.pixelSize: 40
                }

                Icon {
                    anchors.centerIn: parent
                    visible: key.modelData === "back"
                    name: "backspace"
                    side: 44
                }
            }
        }
    }
}
