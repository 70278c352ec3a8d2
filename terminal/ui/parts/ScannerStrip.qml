pragma ComponentBehavior: Bound
import QtQuick
import Remise

/// A scanner for developers: type a code and Return, or touch one that was printed.
Rectangle {
    id: strip

    required property Shell shell

    color: Tokens.nightGround

    Row {
        anchors { fill: parent; leftMargin: 32; rightMargin: 32 }
        spacing: 24

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "barcode"
            colour: Tokens.nightText
            side: 28
        }

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: 340
            height: 32
            radius: 4
            color: "transparent"
            border { width: 1; color: Tokens.nightLine }

            TextInput {
                id: input

                anchors { fill: parent; leftMargin: 10; rightMargin: 10 }
                verticalAlignment: TextInput.AlignVCenter
                color: Tokens.nightText
                font.pixelSize: 18
                clip: true
                onAccepted: {
                    strip.shell.scan(text)
                    clear()
                }
            }
        }

        Repeater {
            model: strip.shell.printedCodes

            Text {
                id: code

                required property string modelData

                anchors.verticalCenter: parent.verticalCenter
                text: modelData
                color: Tokens.nightTeal
                font.pixelSize: 18

                TapHandler { onTapped: strip.shell.scan(code.modelData) }
            }
        }
    }
}
