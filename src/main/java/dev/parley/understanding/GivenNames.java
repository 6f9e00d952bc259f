package dev.parley.understanding;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// Given names common among speakers of the three languages, to recognise one written without a
/// capital.
final class GivenNames {
    private static final Set<String> KNOWN =
            Arrays.stream(
                            """
                            james john robert michael david william richard joseph thomas charles chris christopher daniel matthew anthony mark
                            donald steven steve paul andrew joshua kenneth kevin brian george timothy tim ron ronald edward jason jeff jeffrey ryan jacob
                            gary nicholas nick eric jonathan stephen larry justin scott brandon ben benjamin samuel sam greg frank alex alexander raymond
                            patrick jack dennis jerry tyler aaron adam henry nathan peter kyle noah ethan carl arthur harry oliver oscar leo luke
                            mary patricia jennifer linda elizabeth barbara susan jessica sarah sara karen lisa nancy betty sandra margaret ashley kim
                            kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia kathleen amy
                            angela shirley anna ann anne emma brenda pamela nicole samantha katherine kathryn christine rachel carolyn janet maria heather
                            diane olivia julie julia joyce victoria kelly christina joan evelyn lauren judith megan andrea cheryl hannah jacqueline
                            martha gloria teresa grace alice sophie chloe lucy ella tom tony bob bill joe mike dave dan jim priya
                            jose juan luis carlos jorge pedro manuel miguel francisco javier rafael antonio fernando alejandro diego andres pablo
                            sergio ricardo eduardo roberto alberto raul mario victor hugo ramon ignacio enrique jaime gustavo ernesto marcos ruben
                            guadalupe rosa ana carmen lucia isabel elena sofia valentina camila gabriela daniela paula beatriz silvia pilar dolores
                            mercedes claudia veronica adriana monica lorena patricia marta cristina raquel irene ines alicia esther julieta mariana ximena
                            raj rahul amit rohit suresh ramesh mahesh rajesh vijay ajay sanjay anil sunil vikram arjun karan ravi hari krishna mohan
                            sachin deepak manoj vinod ashok prakash gaurav nikhil ankit abhishek varun aditya rohan vivek naveen kumar imran salman arif
                            sunita anita kavita geeta sita pooja puja neha priyanka anjali shreya divya meena rekha lata seema kiran asha usha nisha
                            swati aarti ritu jyoti komal sneha ananya aishwarya lakshmi radha fatima ayesha zara farhan aman harish mukesh dinesh pankaj\
                            """
                                    .split("\\s+"))
                    .collect(Collectors.toUnmodifiableSet());

    private GivenNames() {}

    static boolean isKnown(String key) {
        return KNOWN.contains(key);
    }
}
