pragma ComponentBehavior: Bound
import QtQuick
import Remise

/// The code of a label that no scanner reads, on large keys: the letters that codes are made of, no others.
Item {
    id: card

    required property WorkScreen work
    required property var words
    readonly property int gap: 10
    readonly property int columns: 6
    readonly property int keyHeight: Math.min(110, (height - top.height - back.height - 32 - 2 * gap) / 3)

    Row {
        id: top

        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: 100
        spacing: card.gap

        Rectangle {
            width: parent.width - erase.width - ok.width - 2 * card.gap
            height: parent.height
            radius: Tokens.corner
            color: "white"
            border { width: 2; color: Tokens.line }

            Said {
                anchors.centerIn: parent
                text: card.work.typed === "" ? "–" : card.work.typed.replace(/(.{4})(?=.)/g, "$1\u00a0")
                strong: true
                font.pixelSize: 48
                font.letterSpacing: 2
                color: card.work.typed === "" ? Tokens.line : Tokens.ink
            }
        }

        Touchable {
            id: erase

            width: 110
            height: parent.height
            touchLabel: "back"
            onTouched: card.work.press("back")

            Icon {
                anchors.centerIn: parent
                name: "backspace"
                side: 48
            }
        }

        MainAction {
            id: ok

            width: 170
            height: parent.height
            enabled: card.work.canConfirm
            icon: "check"
            label: "OK"
            onTouched: card.work.confirm()
        }
    }

    Grid {
        anchors { left: parent.left; top: top.bottom; topMargin: 16 }
        columns: card.columns
        spacing: card.gap

        Repeater {
            model: card.work.alphabet.split("")

            Touchable {
                id: key

                required property string modelData

                width: (card.width - (card.columns - 1) * card.gap) / card.columns
                height: card.keyHeight
                touchLabel: modelData
                onTouched: card.work.press(modelData)

                Said {
                    anchors.centerIn: parent
                    text: key.modelData
                    strong: true
                    font.pixelSize: 44
                }
            }
        }
    }

    Touchable {
        id: back

        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom }
        width: inside.width + 56
        height: 92
        touchLabel: card.words["card.scan"]
        onTouched: card.work.typeCode()

        Row {
            id: inside

            anchors.centerIn: parent
            spacing: 16

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "scan"
                side: 44
            }

            Said {
                anchors.verticalCenter: parent.verticalCenter
                text: card.words["card.scan"]
                font.pixelSize: 28
            }
        }
    }
}
