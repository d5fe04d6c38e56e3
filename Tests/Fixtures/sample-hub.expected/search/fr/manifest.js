hubwrightSearch("manifest",{"documents":74,"words":"0","endings":"a","texts":[74],"common":""});
